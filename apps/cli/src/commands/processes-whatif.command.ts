import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DefinitionCatalog,
  DraftBundles,
  loadCalendar,
  parseRecording,
  RegionalCalendars,
  TimerPlanner,
  whatIfRecording,
  type WhatIfReport,
  whatIfReport,
  WhatIfService,
} from '#libs/engine';
import { DirectoriesConfig } from '#libs/platform';
import { type CliCommand, print, UsageError } from '../cli.command.js';
import { whatIfLines } from '../proving/what-if.printer.js';
import { withDomain } from '../with-domain.js';

const HISTORIES = join('test', 'histories');

/**
 * `sanshe processes whatif ID --file …`: the histories of the database under a definition not yet published.
 * With `--recorded` those of test/histories instead, which needs no database.
 */
export const processesWhatif: CliCommand = {
  name: 'processes whatif',
  summary: 'Play recorded cases through a new definition: who would be stuck, which deadlines move',
  options: {
    file: { type: 'string' },
    root: { type: 'string', multiple: true },
    recorded: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  run: async ({ positionals, options }) => {
    const file = typeof options['file'] === 'string' ? options['file'] : '';
    const [process] = positionals;
    if (process === undefined || !existsSync(file)) throw wrongCall(file);
    const draft = { process, source: readFileSync(file, 'utf8'), file };
    const rootIds = Array.isArray(options['root']) ? options['root'].map(Number) : [];
    const report =
      options['recorded'] === true
        ? fromFiles(draft)
        : await withDomain((domain) => domain.get(WhatIfService).run({ ...draft, rootIds }));
    if (options['json'] === true) print(JSON.stringify(report));
    else for (const line of whatIfLines(report)) print(line);
    return report.stuck === 0 ? 0 : 1;
  },
};

function fromFiles(draft: Parameters<WhatIfService['run']>[0]): WhatIfReport {
  const directories = new DirectoriesConfig();
  const next = new DraftBundles(new DefinitionCatalog(directories), draft);
  const planner = new TimerPlanner(loadCalendar(directories.configDir), new RegionalCalendars(directories));
  const names = readdirSync(HISTORIES).filter((name) => name.endsWith('.json'));
  const findings = names.flatMap((name) => {
    const recording = parseRecording(readFileSync(join(HISTORIES, name), 'utf8'));
    if (!recording) return [];
    const { process } = draft;
    return whatIfRecording({ recording, process, next: next.in(recording.root.divisionCode) }, planner);
  });
  return whatIfReport(next.in(''), findings);
}

function wrongCall(file: string): UsageError {
  return new UsageError(
    `sanshe processes whatif ID --file YAML [--root CASE]: ${file === '' ? 'the file is missing' : `there is no file ${file}`}`,
    `sanshe processes whatif 流程标识 --file YAML文件 [--root 案件号]:${file === '' ? '未给出文件' : `没有文件 ${file}`}`,
  );
}
