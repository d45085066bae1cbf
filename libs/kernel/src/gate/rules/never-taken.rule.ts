import { transitionsOf } from '../../definition/definition-index.js';
import type { TransitionSpec } from '../../definition/language.js';
import { detailsOf } from '../gate-context.js';
import type { GateRule } from '../gate-rule.js';
import { nameOf } from '../transition-name.js';

/** Every transition fires with some values of what guards read. */
export const neverTakenRule: GateRule = {
  id: 'never-taken',
  meaning: 'A transition is never taken, whatever the values',
  remedy: 'Correct its guard or an earlier one, or remove it',
  check(index, problems, { exploration }) {
    if (!exploration.isConclusive) return;
    for (const placed of [...index.states.values()].flatMap(transitionsOf)) {
      const { path } = placed.state;
      const isAsked = path === '' || exploration.entered.has(path);
      if (!isAsked || exploration.taken.has(placed.transition)) continue;
      problems.addFinding({
        code: 'never-taken',
        line: index.lineOf(placed.pointer),
        message: `${nameOf(placed)} can never fire: whenever it could, ${whyNot(placed.transition)}`,
        hint: 'Correct its guard or that of the earlier one, put this one before it, or remove it.',
        ...detailsOf(path, exploration.pathToState(path), null),
      });
    }
  },
};

function whyNot({ guard }: TransitionSpec): string {
  const isFalse = guard === undefined ? '' : `its guard ${JSON.stringify(guard)} is false, or `;
  return `${isFalse}another branch or a state below comes first`;
}
