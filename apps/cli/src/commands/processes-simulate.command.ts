import { join } from 'node:path';
import {
  type Bundle,
  DefinitionCatalog,
  loadCalendar,
  parseYaml,
  prepareBundle,
  readYamlFiles,
  simulate,
  type SimulationReport,
} from '#libs/engine';
import { DirectoriesConfig } from '#libs/platform';
import { type CliCommand, print, UsageError } from '../cli.command.js';
import { ProgressBar } from '../proving/progress.bar.js';
import { simulationLines } from '../proving/simulation.printer.js';

const MOST_CASES = 100_000;

interface Request {
  readonly process: string;
  readonly division: string;
  readonly cases: number;
  readonly seed: number;
}

/** `sanshe processes simulate ID`: whole cases of the files under workflows/ in virtual time. Needs no database. */
export const processesSimulate: CliCommand = {
  name: 'processes simulate',
  summary: 'Run whole cases of a process in virtual time: durations, late tasks, where time goes',
  options: {
    cases: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    division: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
  run({ positionals, options }) {
    const report = run({
      process: positionals[0] ?? '',
      division: String(options['division']),
      cases: wholeNumber('cases', options['cases'], MOST_CASES),
      seed: wholeNumber('seed', options['seed'], Number.MAX_SAFE_INTEGER),
    });
    if (options['json'] === true) print(JSON.stringify(report));
    else for (const line of simulationLines(report)) print(line);
    return Promise.resolve(report.stuck === 0 ? 0 : 1);
  },
};

function run(request: Request): SimulationReport {
  const directories = new DirectoriesConfig();
  const catalog = new DefinitionCatalog(directories);
  const known = catalog.processes().map(({ definition }) => definition.process);
  if (!known.includes(request.process)) throw unknownProcess(request.process, known);
  const bar = new ProgressBar(request.cases);
  const bundleOf = (process: string): Bundle | undefined => {
    const entry = catalog.draft(process);
    return entry && prepareBundle(catalog.bundleContent(entry, request.division));
  };
  const { configDir, regionsDir } = directories;
  // A case stays in its division: all of its processes count by the same festivals.
  const regional = bundleOf(request.process)?.content.calendars ?? [];
  return simulate({
    ...request,
    calendar: loadCalendar(configDir, { regionsDir, regional }),
    assumptions: assumptionsIn(configDir),
    bundleOf,
    onCase: (done) => {
      bar.show(done);
    },
  });
}

function assumptionsIn(configDir: string): ReturnType<typeof parseYaml> {
  const file = readYamlFiles(configDir).find(({ name }) => name === 'simulation.yaml');
  if (file) return parseYaml(file);
  const path = join('config', 'simulation.yaml');
  throw new UsageError(`${path} is missing`, `缺少 ${path}`);
}

function wholeNumber(name: string, value: unknown, most: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= (name === 'cases' ? 1 : 0) && number <= most) return number;
  throw new UsageError(`--${name} must be a whole number up to ${most}`, `--${name} 须为不大于 ${most} 的整数`);
}

function unknownProcess(process: string, known: readonly string[]): UsageError {
  const list = known.join(', ');
  return new UsageError(
    `there is no process "${process}" under workflows/; there are: ${list}`,
    `workflows/ 下没有流程“${process}”。可选: ${list}`,
  );
}
