import { join } from 'node:path';
import { Injectable, type Provider } from '@nestjs/common';
import { type CalendarOverlay, chinaCalendar, parseOverlay, type WorkCalendar } from '#libs/calendar';
import { DirectoriesConfig } from '#libs/platform';
import { BadDefinitionError } from '../definitions/definition.error.js';
import { RegionBook } from '../definitions/region.book.js';
import { readRegions } from '../definitions/region.overlay.js';
import { parseYaml, readYamlFiles, type YamlFile } from '../definitions/yaml.files.js';

/** Injection token of the installation's working-day calendar. */
export const WORK_CALENDAR = Symbol('work-calendar');

export const workCalendarProvider: Provider = {
  provide: WORK_CALENDAR,
  inject: [DirectoriesConfig],
  useFactory: ({ configDir, regionsDir }: DirectoriesConfig): WorkCalendar => loadCalendar(configDir, { regionsDir }),
};

/** Which overlays of config/calendars count. */
export interface CalendarChoice {
  readonly regionsDir?: string;
  /** Overlays that regions name, like an autonomous prefecture's festivals; those that none names count everywhere. */
  readonly regional?: readonly string[];
}

/** The calendar with the overlays that hold everywhere, and the chosen regional ones. */
export function loadCalendar(configDir: string, { regionsDir, regional = [] }: CalendarChoice = {}): WorkCalendar {
  const ofRegions = regionalNames(regionsDir ?? join(configDir, 'regions'));
  const files = readYamlFiles(join(configDir, 'calendars'));
  const chosen = files.filter((file) => !ofRegions.has(stemOf(file)) || regional.includes(stemOf(file)));
  return chinaCalendar(chosen.map(overlayOf));
}

/** Calendars of divisions, by the overlays that were pinned for them. */
@Injectable()
export class RegionalCalendars {
  private readonly byNames = new Map<string, WorkCalendar>();

  constructor(private readonly directories: DirectoriesConfig) {}

  of(names: readonly string[]): WorkCalendar {
    const key = names.join();
    const { configDir, regionsDir } = this.directories;
    const calendar = this.byNames.get(key) ?? loadCalendar(configDir, { regionsDir, regional: names });
    this.byNames.set(key, calendar);
    return calendar;
  }
}

function regionalNames(regionsDir: string): ReadonlySet<string> {
  return new RegionBook(readRegions(regionsDir).overlays).regionalCalendars();
}

function stemOf({ name }: YamlFile): string {
  return name.replace(/\.yaml$/, '');
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
