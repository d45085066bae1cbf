import { isFunctionName } from '../../expressions/analyse-expression.js';
import { RESERVED_NAMES } from '../../expressions/scope.js';
import { isOfType, TYPE_EXAMPLES } from '../../values/value-type.js';
import { boundProblem } from '../../values/bounds.js';
import type { DefinitionIndex } from '../definition-index.js';
import type { Json, ProcessDefinition } from '../language.js';
import type { ProblemList } from '../problem-list.js';

const FEEL_KEYWORDS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'if',
  'then',
  'else',
  'for',
  'in',
  'return',
  'some',
  'every',
  'satisfies',
  'between',
  'instance',
  'of',
  'function',
  'external',
  'null',
  'true',
  'false',
  'date',
  'time',
  'duration',
  'list',
  'range',
]);
const EVENT_NAME = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/** Whether the text is the name of an event: UPPER_SNAKE. */
export function isEventName(name: string): boolean {
  return EVENT_NAME.test(name);
}

/** Names, types and default values of parameters, variables and views. */
export function checkDeclarations(index: DefinitionIndex, problems: ProblemList): void {
  checkNames(index, problems);
  checkParameters(index.definition.parameters, (pointer) => index.lineOf(pointer), problems);
  checkVariables(index, problems);
  for (const [name, view] of Object.entries(index.definition.views)) {
    if (isEventName(view.changedBy)) continue;
    const line = index.lineOf(`/views/${name}/changedBy`);
    problems.add(
      'bad-event',
      line,
      `the view \`${name}\` is changed by \`${view.changedBy}\`, which is no event name`,
      'Name the UPPER_SNAKE event that its writers send, like `BID_CHANGED`.',
    );
  }
}

function checkNames(index: DefinitionIndex, problems: ProblemList): void {
  const seen = new Map<string, string>();
  for (const group of ['parameters', 'variables', 'views', 'decisions', 'deadlines'] as const) {
    for (const name of Object.keys(index.definition[group] ?? {})) {
      const line = index.lineOf(`/${group}/${name}`);
      const other = seen.get(name);
      if (other !== undefined)
        problems.add(
          'name-taken',
          line,
          `\`${name}\` is declared under \`${other}\` and again under \`${group}\``,
          'Rename one of them: expressions read all by their bare names.',
        );
      if (isReserved(name))
        problems.add(
          'reserved-name',
          line,
          `\`${name}\` means something in every expression and cannot be declared`,
          `Choose a longer name, like \`${name}Value\`.`,
        );
      seen.set(name, group);
    }
  }
}

/** Whether the name means something in every expression. */
export function isReserved(name: string): boolean {
  return FEEL_KEYWORDS.has(name) || isFunctionName(name) || RESERVED_NAMES.some((reserved) => reserved === name);
}

/** Types and bounds of declared parameters, of a process or of a decision table. */
export function checkParameters(
  parameters: ProcessDefinition['parameters'],
  lineOf: (pointer: string) => number,
  problems: ProblemList,
): void {
  for (const [name, spec] of Object.entries(parameters)) {
    for (const key of ['default', 'min', 'max'] as const) {
      const value = spec[key];
      if (value === undefined || isOfType(value, spec.type)) continue;
      problems.add(
        'wrong-type',
        lineOf(`/parameters/${name}/${key}`),
        `\`${key}\` of the parameter \`${name}\` is ${show(value)}, not a ${spec.type}`,
        `Write ${TYPE_EXAMPLES[spec.type]}.`,
      );
    }
    const problem = isOfType(spec.default, spec.type) ? boundProblem(name, spec.default, spec) : null;
    if (problem !== null)
      problems.add(problem.code, lineOf(`/parameters/${name}/default`), problem.message, problem.hint);
  }
}

function checkVariables(index: DefinitionIndex, problems: ProblemList): void {
  for (const [name, spec] of Object.entries(index.definition.variables)) {
    const line = index.lineOf(`/variables/${name}`);
    if (spec.default !== null && !isOfType(spec.default, spec.type)) {
      problems.add(
        'wrong-type',
        index.lineOf(`/variables/${name}/default`),
        `the variable \`${name}\` begins as ${show(spec.default)}, not a ${spec.type}`,
        `Write ${TYPE_EXAMPLES[spec.type]}.`,
      );
    }
    for (const value of spec.enum ?? []) {
      if (!isOfType(value, spec.type))
        problems.add(
          'wrong-type',
          index.lineOf(`/variables/${name}/enum`),
          `${show(value)} in \`enum\` of \`${name}\` is not a ${spec.type}`,
          `Write ${TYPE_EXAMPLES[spec.type]}.`,
        );
    }
    const isListed = spec.enum === undefined || spec.default === null || spec.enum.includes(spec.default);
    if (!isListed)
      problems.add(
        'wrong-type',
        line,
        `the variable \`${name}\` begins as ${show(spec.default)}, which its \`enum\` does not list`,
        'Begin with a listed value, or leave `default` out.',
      );
  }
}

function show(value: Json): string {
  return JSON.stringify(value);
}
