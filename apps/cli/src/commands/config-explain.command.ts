import {
  type Configuration,
  explainParameter,
  loadCalendar,
  type ParameterExplanation,
  parameterOwners,
  readConfiguration,
  readDefinitions,
} from '#libs/engine';
import { type ProcessDefinition, suggest } from '#libs/kernel';
import { DirectoriesConfig, SystemClock } from '#libs/platform';
import { type CliCommand, print, UsageError } from '../cli.command.js';
import { explanationLines } from './explanation.lines.js';

/** `sanshe config explain PARAMETER --division CODE`: which file set a value, what it overrides, which law bounds it. */
export const configExplain: CliCommand = {
  name: 'config explain',
  summary: 'Say who set a parameter in a division, and which law bounds it',
  options: {
    division: { type: 'string' },
    process: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  run({ positionals, options }) {
    const directories = new DirectoriesConfig();
    const configuration = readConfiguration(directories);
    const definitions = readDefinitions(directories.workflowsDir);
    const { process } = options;
    const parameter = required(positionals[0]);
    const division = divisionOf(options['division']);
    const found = explainParameter(configuration, definitions, {
      parameter,
      division,
      ...(typeof process === 'string' ? { owner: process } : {}),
      now: new SystemClock().now().toISOString(),
      calendar: loadCalendar(directories.configDir, {
        regionsDir: directories.regionsDir,
        regional: configuration.regions.calendars(division),
      }),
    });
    if (found.length === 0) throw unknownParameter(parameter, configuration, definitions);
    report(found, division, options['json'] === true);
    return Promise.resolve(found.some(({ problem }) => problem !== null) ? 1 : 0);
  },
};

function report(found: readonly ParameterExplanation[], division: string, asJson: boolean): void {
  if (asJson) print(JSON.stringify({ division, explanations: found }));
  else for (const line of found.flatMap((explanation) => explanationLines(explanation, division))) print(line);
}

function required(parameter: string | undefined): string {
  if (parameter !== undefined) return parameter;
  throw new UsageError(
    'sanshe config explain PARAMETER --division 511921 [--process ID] [--json]',
    '请写明参数名,例如:sanshe config explain responsePeriod --division 511921',
  );
}

function divisionOf(value: unknown): string {
  if (typeof value === 'string' && /^\d{2}(\d{2}){0,2}(\d{3}){0,2}$/.test(value)) return value;
  throw new UsageError(
    '--division takes the code of a province, city or county, like 51, 5119 or 511921',
    '--division 应为省、市、县的行政区划代码,例如 51、5119、511921',
  );
}

function unknownParameter(
  parameter: string,
  configuration: Configuration,
  definitions: readonly ProcessDefinition[],
): UsageError {
  const known = new Set(
    parameterOwners(configuration, definitions).flatMap(({ parameters }) => Object.keys(parameters)),
  );
  return new UsageError(
    `there is no parameter \`${parameter}\` there. ${suggest(parameter, known, 'See the `parameters` of the files under workflows/ and config/decisions/.')}`,
    `没有名为“${parameter}”的参数。`,
  );
}
