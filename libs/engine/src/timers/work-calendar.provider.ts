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
  /** An overlay that does not stand in the folder yet; it takes the place of a file of its name. */
  readonly candidate?: YamlFile;
}

/** The calendar with the overlays that hold everywhere, and the chosen regional ones. */
export function loadCalendar(
  configDir: string,
  { regionsDir, regional = [], candidate }: CalendarChoice = {},
): WorkCalendar {
  const ofRegions = regionalNames(regionsDir ?? join(configDir, 'regions'));
  const files = withCandidate(readYamlFiles(join(configDir, 'calendars')), candidate);
  const chosen = files.filter((file) => !ofRegions.has(stemOf(file)) || regional.includes(stemOf(file)));
  return chinaCalendar(chosen.map(overlayOf));
}

/** Calendars of divisions, by the overlays that were pinned for them. */
@Injectable()
export class RegionalCalendars {
  private readonly byNames = new Map<string, WorkCalendar>();

  constructor(protected readonly directories: DirectoriesConfig) {}

  of(names: readonly string[]): WorkCalendar {
    const key = names.join();
    const calendar = this.byNames.get(key) ?? this.load(names);
    this.byNames.set(key, calendar);
    return calendar;
  }

  protected load(names: readonly string[]): WorkCalendar {
    const { configDir, regionsDir } = this.directories;
    return loadCalendar(configDir, { regionsDir, regional: names });
  }
}

/** The calendars as they would be with an overlay that is only proposed. */
export class CandidateCalendars extends RegionalCalendars {
  constructor(
    directories: DirectoriesConfig,
    private readonly candidate: YamlFile,
  ) {
    super(directories);
  }

  protected override load(names: readonly string[]): WorkCalendar {
    const { configDir, regionsDir } = this.directories;
    return loadCalendar(configDir, { regionsDir, regional: names, candidate: this.candidate });
  }
}

function withCandidate(files: readonly YamlFile[], candidate: YamlFile | undefined): readonly YamlFile[] {
  if (candidate === undefined) return files;
  return [...files.filter(({ name }) => name !== candidate.name), candidate].sort((a, b) => (a.name < b.name ? -1 : 1));
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
