import { expressionsOf, transitionsOf } from '../../definition/definition-index.js';
import type { StateSpec } from '../../definition/language.js';
import { suggest } from '../../definition/suggest.js';
import { analyseExpression } from '../../expressions/analyse-expression.js';
import type { GateRule } from '../gate-rule.js';

/** `elapsed` and `extend` name deadlines that some state arms. */
export const deadlineNamesRule: GateRule = {
  id: 'unknown-deadline',
  meaning: '`elapsed` or `extend` names a deadline that no state arms',
  remedy: 'Correct the name, or arm it by `after`',
  check(index, problems) {
    const states = [...index.states.values()];
    const armed = new Set(states.flatMap((state) => Object.keys(state.after)));
    for (const { name, pointer, what } of states.flatMap(namedDeadlines)) {
      if (armed.has(name)) continue;
      const hint = suggest(name, armed, 'Arm it by `after` in some state.');
      problems.add('unknown-deadline', index.lineOf(pointer), `${what}, a deadline that no state arms`, hint);
    }
  },
};

interface NamedDeadline {
  readonly name: string;
  readonly pointer: string;
  readonly what: string;
}

function namedDeadlines(state: StateSpec): readonly NamedDeadline[] {
  const asked = expressionsOf(state).flatMap(({ text, pointer }) =>
    analyseExpression(text, new Set()).elapsed.map((name) => {
      return { name, pointer, what: `an expression in the state \`${state.path}\` reads \`elapsed("${name}")\`` };
    }),
  );
  const moved = transitionsOf(state).flatMap(({ transition, pointer }) => {
    const name = transition.extend?.deadline;
    if (name === undefined) return [];
    return [
      {
        name,
        pointer: `${pointer}/extend/deadline`,
        what: `\`extend\` in the state \`${state.path}\` moves \`${name}\``,
      },
    ];
  });
  return [...asked, ...moved];
}
