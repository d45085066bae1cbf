import {
  configurationProblems,
  readConfiguration,
  readDefinitions,
  readRegister,
  registerProblems,
} from '#libs/engine';
import { DirectoriesConfig } from '#libs/platform';
import { type CliCommand, print } from '../cli.command.js';

/** `sanshe config check`: regions, decision tables, ladders, the register of deadlines and their laws, with the processes that use them. */
export const configCheck: CliCommand = {
  name: 'config check',
  summary: 'Check regions, decision tables, ladders and deadlines under config/',
  options: { json: { type: 'boolean', default: false } },
  run({ options }) {
    const directories = new DirectoriesConfig();
    const configuration = readConfiguration(directories);
    const definitions = readDefinitions(directories.workflowsDir);
    const problems = [
      ...configurationProblems(configuration, definitions),
      ...registerProblems(readRegister(directories.configDir), configuration, definitions),
    ];
    const counts = { regions: configuration.regions.overlays.length, decisions: configuration.tables.size };
    if (options['json'] === true) print(JSON.stringify({ ...counts, problems }));
    else {
      for (const { file, line, code, message, hint } of problems) print(`${file}:${line} [${code}] ${message} ${hint}`);
      print(`${counts.regions} regions, ${counts.decisions} decision tables, ${problems.length} problems`);
    }
    return Promise.resolve(problems.length === 0 ? 0 : 1);
  },
};
