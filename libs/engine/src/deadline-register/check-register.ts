import {
  type CompiledProcess,
  compileProcess,
  durationFault,
  parseDuration,
  type Problem,
  type ProcessDefinition,
  suggest,
} from '#libs/kernel';
import type { Configuration } from '../definitions/configuration.files.js';
import type { Ladder } from '../definitions/ladder.js';
import { armingFault } from './arming.js';
import type { DeadlineRegister, RegisteredDeadline, RegisteredPeriod } from './deadline-register.js';

/** What a register may name. */
type Surroundings = Pick<Configuration, 'ladders' | 'laws' | 'roles'> & {
  readonly processes: ReadonlyMap<string, CompiledProcess>;
};

/** Everything in config/deadlines.yaml that is wrong or that workflows/ does otherwise. */
export function registerProblems(
  register: DeadlineRegister,
  { ladders, laws, roles }: Pick<Configuration, 'ladders' | 'laws' | 'roles'>,
  definitions: readonly ProcessDefinition[],
): readonly Problem[] {
  const around = { ladders, laws, roles, processes: compiled(definitions) };
  const sentences = [
    ...register.faults,
    ...register.deadlines.flatMap((deadline) => deadlineFaults(deadline, register, around)),
    ...classFaults(register, around),
  ];
  return sentences.map((message) => ({
    code: 'deadline-register',
    file: `config/${register.file.name}`,
    line: lineOf(register.file.text, message),
    message,
    hint: 'See the head of the file, and docs/deadlines.md.',
  }));
}

function deadlineFaults(deadline: RegisteredDeadline, register: DeadlineRegister, around: Surroundings): string[] {
  const { id, stage, basis, periods } = deadline;
  const unknown = basis.filter((reference) => {
    const law = around.laws.find(reference);
    return law === null || (law.article !== null && law.text === null);
  });
  return [
    ...(register.stages.has(stage) ? [] : [`${id} stands in the unknown stage ${stage}`]),
    ...(basis.length > 0 ? [] : [`${id} rests on no law or rule`]),
    ...unknown.map((reference) => `${id} rests on ${reference}, which config/law does not have`),
    ...periods.flatMap((period) => periodFaults(id, period, around)),
  ];
}

function periodFaults(id: string, period: RegisteredPeriod, around: Surroundings): string[] {
  const { title, length, owner, ladder, armed } = period;
  const at = `${id} ${title.zh}`;
  const isDuration = parseDuration(length) !== null;
  const fault = durationFault(length);
  return [
    ...(isDuration ? [] : [`${at}: ${length} is no duration`]),
    ...(fault === null ? [] : [`${at}: ${fault.message}`]),
    ...(around.roles.has(owner.role) ? [] : [`${at}: there is no role ${owner.role}`]),
    ...(ladder === 'none' || ladder in around.ladders
      ? []
      : [
          `${at}: there is no ladder ${ladder}; ${suggest(ladder, Object.keys(around.ladders), 'see escalations.yaml')}`,
        ]),
    ...(armed === undefined ? [] : (armingFault(period, armed, around.processes.get(armed.process)) ?? [])).map(
      (sentence) => `${at}: ${sentence}`,
    ),
  ];
}

/** Ladders by whose duty it is: what a contractor misses does not go to the province. */
function classFaults({ classes }: DeadlineRegister, { ladders, processes }: Surroundings): string[] {
  return classes.flatMap(({ organisation, ladders: allowed, never }) => [
    ...allowed.flatMap((name) => reachFaults(name, ladders[name], never)),
    ...[...processes.values()].flatMap(({ definition, states }) =>
      [...states.values()]
        .filter(({ task }) => task?.assignee.organisation === organisation && task.due !== undefined)
        .filter(({ task }) => ![...allowed, 'none'].includes(task?.due?.escalate ?? 'none'))
        .map(
          ({ path, task }) =>
            `${definition.process}, ${path}: a task of ${organisation} climbs ${task?.due?.escalate}, not ${allowed.join(' or ')}`,
        ),
    ),
  ]);
}

function reachFaults(name: string, ladder: Ladder | undefined, never: readonly string[]): string[] {
  if (ladder === undefined) return [`a class names the ladder ${name}, which does not exist`];
  return ladder
    .filter(({ to }) => never.includes(to.organisation))
    .map(({ level, to }) => `the ladder ${name} reaches ${to.organisation} at ${level}, which its class forbids`);
}

/** By their names; definitions that do not compile are told of by their own lint. */
function compiled(definitions: readonly ProcessDefinition[]): ReadonlyMap<string, CompiledProcess> {
  const found = definitions.map((definition) => compileProcess(definition));
  return new Map(found.flatMap((one) => (one.ok ? [[one.value.definition.process, one.value] as const] : [])));
}

/** The row that a sentence begins with; the first line where it names none. */
function lineOf(source: string, sentence: string): number {
  const id = /^D\d+/.exec(sentence)?.[0];
  const at = id === undefined ? -1 : source.split('\n').findIndex((line) => line.startsWith(`  ${id}:`));
  return Math.max(0, at) + 1;
}
