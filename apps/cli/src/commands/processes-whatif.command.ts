import { existsSync, readFileSync } from 'node:fs';
import { WhatIfService } from '#libs/engine';
import { type CliCommand, print, UsageError } from '../cli.command.js';
import { whatIfLines } from '../proving/what-if.printer.js';
import { withDomain } from '../with-domain.js';

/** `sanshe processes whatif ID --file …`: the histories of the database under a definition not yet published. */
export const processesWhatif: CliCommand = {
  name: 'processes whatif',
  summary: 'Play recorded cases through a new definition: who would be stuck, which deadlines move',
  options: {
    file: { type: 'string' },
    root: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
  },
  run: ({ positionals, options }) => {
    const file = typeof options['file'] === 'string' ? options['file'] : '';
    const [process] = positionals;
    if (process === undefined || !existsSync(file)) throw wrongCall(file);
    const source = readFileSync(file, 'utf8');
    const rootIds = Array.isArray(options['root']) ? options['root'].map(Number) : [];
    return withDomain(async (domain) => {
      const report = await domain.get(WhatIfService).run({ process, source, file, rootIds });
      if (options['json'] === true) print(JSON.stringify(report));
      else for (const line of whatIfLines(report)) print(line);
      return report.stuck === 0 ? 0 : 1;
    });
  },
};

function wrongCall(file: string): UsageError {
  return new UsageError(
    `sanshe processes whatif ID --file YAML [--root CASE]: ${file === '' ? 'the file is missing' : `there is no file ${file}`}`,
    `sanshe processes whatif 流程标识 --file YAML文件 [--root 案件号]:${file === '' ? '未给出文件' : `没有文件 ${file}`}`,
  );
}
