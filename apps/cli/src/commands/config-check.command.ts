import { configurationProblems, readConfiguration, readDefinitions } from '#libs/engine';
import { DirectoriesConfig } from '#libs/platform';
import { type CliCommand, print } from '../cli.command.js';

/** `sanshe config check`: regions, decision tables, ladders and their laws, with the processes that use them. */
export const configCheck: CliCommand = {
  name: 'config check',
  summary: 'Check regions, decision tables and ladders under config/',
  options: { json: { type: 'boolean', default: false } },
  run({ options }) {
    const directories = new DirectoriesConfig();
    const configuration = readConfiguration(directories);
    const problems = configurationProblems(configuration, readDefinitions(directories.workflowsDir));
    const counts = { regions: configuration.regions.overlays.length, decisions: configuration.tables.size };
    if (options['json'] === true) print(JSON.stringify({ ...counts, problems }));
    else {
      for (const { file, line, code, message, hint } of problems) print(`${file}:${line} [${code}] ${message} ${hint}`);
      print(`${counts.regions} regions, ${counts.decisions} decision tables, ${problems.length} problems`);
    }
    return Promise.resolve(problems.length === 0 ? 0 : 1);
  },
};
