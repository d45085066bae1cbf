import { join } from 'node:path';
import { lintDefinitions, registeredNames } from '#libs/engine';
import { DirectoriesConfig } from '#libs/platform';
import { DOMAIN_MODULES } from '../../../domain.js';
import { type CliCommand, print } from '../cli.command.js';

/** `sanshe processes lint`: proves every definition before it can go live. Needs no database. */
export const processesLint: CliCommand = {
  name: 'processes lint',
  summary: 'Check all definitions and forms under workflows/',
  run({ positionals }) {
    const directories = new DirectoriesConfig();
    const workflowsDir = positionals[0] ? join(process.cwd(), positionals[0]) : directories.workflowsDir;
    const { processes, forms, problems } = lintDefinitions({
      workflowsDir,
      configDir: directories.configDir,
      regionsDir: directories.regionsDir,
      names: registeredNames(DOMAIN_MODULES),
    });
    for (const problem of problems)
      print(`${problem.file}:${problem.line} [${problem.code}] ${problem.message} ${problem.hint}`);
    print(`${processes} processes, ${forms} forms, ${problems.length} problems`);
    return Promise.resolve(problems.length === 0 ? 0 : 1);
  },
};
