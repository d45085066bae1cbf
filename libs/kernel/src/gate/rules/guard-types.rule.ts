import { expressionsOf, type PlacedExpression } from '../../definition/definition-index.js';
import type { ProcessDefinition } from '../../definition/language.js';
import { analyseExpression } from '../../expressions/analyse-expression.js';
import { ExpressionTypes, feelTypeOf, goTogether } from '../expression-types.js';
import type { GateRule } from '../gate-rule.js';

/** Values that are compared, computed with or assigned are of types that go together, and guards are true or false. */
export const guardTypesRule: GateRule = {
  id: 'wrong-type',
  meaning: 'Values are compared, computed with or assigned whose types do not go together',
  remedy: 'Use values of one type; money is whole fen, a date a text',
  check(index, problems) {
    for (const placed of [...index.states.values()].flatMap(expressionsOf)) {
      for (const fault of faultsOf(index.definition, placed)) {
        problems.addFinding({
          code: 'wrong-type',
          line: index.lineOf(placed.pointer),
          message: `in ${describe(placed)}: ${fault}`,
          hint: 'Compare and assign values of one type; money is a whole number of fen, a date a text like "2026-01-31".',
          state: placed.state.path,
          exactness: 'exact',
        });
      }
    }
  },
};

function faultsOf(definition: ProcessDefinition, { text, pointer }: PlacedExpression): readonly string[] {
  const types = new ExpressionTypes(text, analyseExpression(text, new Set()).root, definition);
  if (pointer.endsWith('/guard')) return [...types.faults, ...guardFault(types)];
  const variable = /\/assign\/([^/]+)$/.exec(pointer)?.[1];
  const spec = variable === undefined ? undefined : definition.variables[variable];
  if (spec === undefined || goTogether(feelTypeOf(spec.type), types.type)) return types.faults;
  return [
    ...types.faults,
    `\`${variable ?? ''}\` is declared as ${spec.type}, but what is assigned is a ${types.type ?? ''}`,
  ];
}

function guardFault({ type }: ExpressionTypes): readonly string[] {
  return type === null || type === 'boolean' ? [] : [`a guard must be true or false, but this is a ${type}`];
}

function describe({ text, state, pointer }: PlacedExpression): string {
  const what = pointer.endsWith('/guard') ? 'the guard' : 'the expression';
  const where = state.path === '' ? 'the process' : `the state \`${state.path}\``;
  return `${what} ${JSON.stringify(text)} of ${where}`;
}
