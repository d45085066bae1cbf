import { join } from 'node:path';
import type { Provider } from '@nestjs/common';
import { type CalendarOverlay, chinaCalendar, parseOverlay, type WorkCalendar } from '#libs/calendar';
import { DirectoriesConfig } from '#libs/platform';
import { BadDefinitionError } from '../definitions/definition.error.js';
import { parseYaml, readYamlFiles, type YamlFile } from '../definitions/yaml.files.js';

/** Injection token of the installation's working-day calendar. */
export const WORK_CALENDAR = Symbol('work-calendar');

export const workCalendarProvider: Provider = {
  provide: WORK_CALENDAR,
  inject: [DirectoriesConfig],
  useFactory: (directories: DirectoriesConfig): WorkCalendar => loadCalendar(directories.configDir),
};

/** The calendar with every overlay of config/calendars. */
export function loadCalendar(configDir: string): WorkCalendar {
  return chinaCalendar(readYamlFiles(join(configDir, 'calendars')).map(overlayOf));
}

function overlayOf(file: YamlFile): CalendarOverlay {
  const parsed = parseOverlay(parseYaml(file));
  if (parsed.ok) return parsed.overlay;
  throw new BadDefinitionError(
    parsed.problems.map((message) => ({
      code: 'calendar-overlay',
      file: `config/calendars/${file.name}`,
      line: 1,
      message,
      hint: '',
    })),
  );
}
