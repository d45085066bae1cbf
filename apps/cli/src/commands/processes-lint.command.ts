import { join } from 'node:path';
import { demoStaffing, lintDefinitions, registeredNames } from '#libs/engine';
import { DirectoriesConfig } from '#libs/platform';
import { DOMAIN_MODULES } from '../../../domain.js';
import { type CliCommand, print } from '../cli.command.js';
import { formatFinding } from '../lint/finding.format.js';

/** `sanshe processes lint`: proves every definition before it can go live. Needs no database. */
export const processesLint: CliCommand = {
  name: 'processes lint',
  summary: 'Check all definitions and forms under workflows/',
  options: { json: { type: 'boolean' } },
  run({ positionals, options }) {
    const directories = new DirectoriesConfig();
    const workflowsDir = positionals[0] ? join(process.cwd(), positionals[0]) : directories.workflowsDir;
    const report = lintDefinitions({
      workflowsDir,
      configDir: directories.configDir,
      regionsDir: directories.regionsDir,
      names: registeredNames(DOMAIN_MODULES),
      staffingOf: (relations) => demoStaffing(directories.configDir, relations),
    });
    const { processes, forms, problems } = report;
    if (options['json'] === true) {
      print(JSON.stringify(report, null, 2));
    } else {
      for (const problem of problems) print(formatFinding(problem));
      print(`${processes} processes, ${forms} forms, ${problems.length} problems`);
    }
    return Promise.resolve(problems.length === 0 ? 0 : 1);
  },
};
