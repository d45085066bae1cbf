import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { DirectoriesConfig } from '#libs/platform';
import { TimerPlanner } from '../timers/timer.planner.js';
import { CandidateCalendars, loadCalendar } from '../timers/work-calendar.provider.js';

/** Counts as the installation would with one more overlay. A file that is no overlay is a BadDefinitionError. */
export function candidatePlanner(directories: DirectoriesConfig, file: string): TimerPlanner {
  const candidate = { name: basename(file), text: readFileSync(file, 'utf8') };
  const { configDir, regionsDir } = directories;
  const calendars = new CandidateCalendars(directories, candidate);
  return new TimerPlanner(loadCalendar(configDir, { regionsDir, candidate }), calendars);
}
