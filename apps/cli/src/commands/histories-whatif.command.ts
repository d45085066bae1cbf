import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CaseRecording,
  DefinitionCatalog,
  loadCalendar,
  parseRecording,
  prepareBundle,
  RegionalCalendars,
  TimerPlanner,
  whatIfRecording,
} from '#libs/engine';
import { DirectoriesConfig } from '#libs/platform';
import { type CliCommand, print } from '../cli.command.js';
import { type OpenRun, openRunLines } from '../proving/open-runs.printer.js';

const NO_HISTORY = 'published.json';

/**
 * `sanshe histories whatif [FOLDER]`: what the definitions as they stand would change in the recorded cases that are
 * still open; a table for every build, which fails nothing. Needs no database.
 */
export const historiesWhatif: CliCommand = {
  name: 'histories whatif',
  summary: 'What the definitions of now would change in the open recorded cases of FOLDER (test/histories)',
  run({ positionals }) {
    const folder = positionals[0] ?? join('test', 'histories');
    const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== NO_HISTORY);
    const recordings = files.flatMap((name) => parseRecording(readFileSync(join(folder, name), 'utf8')) ?? []);
    const open = recordings.filter(({ root }) => root.status === 'open');
    for (const line of openRunLines(open.flatMap(runsOf))) print(line);
    return Promise.resolve(0);
  },
};

/** One for each instance of the case that has not ended and whose process is still shipped. */
function runsOf(recording: CaseRecording): OpenRun[] {
  const directories = new DirectoriesConfig();
  const catalog = new DefinitionCatalog(directories);
  const planner = new TimerPlanner(loadCalendar(directories.configDir), new RegionalCalendars(directories));
  const { root, name } = recording;
  const active = recording.instances.filter(({ status }) => status === 'active');
  return [...new Set(active.map(({ process }) => process))].flatMap((process): OpenRun[] => {
    const entry = catalog.draft(process);
    if (!entry) return [{ name, process, toVersion: null, finding: null }];
    const next = prepareBundle(catalog.bundleContent(entry, root.divisionCode));
    const findings = whatIfRecording({ recording, process, next }, planner).filter(({ status }) => status === 'active');
    return findings.map((finding) => ({ name, process, toVersion: entry.definition.version, finding }));
  });
}
