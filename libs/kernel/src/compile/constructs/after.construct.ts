import { assignAction } from '../compile-context.js';
import type { Construct } from '../construct.js';
import { firedKey, type MachineArgs } from '../machine-config.js';

/**
 * `after`: a durable deadline. XState arms it by a delayed raise on entry and disarms it by a cancel on exit;
 * the step turns both into data. Arming anew clears what had passed.
 */
export const afterConstruct: Construct = {
  keyword: 'after',
  compile(state, node, context) {
    const deadlines = Object.keys(state.after);
    if (deadlines.length === 0) return;
    const keys = deadlines.map((deadline) => firedKey(state.path, deadline));
    for (const [deadline, transitions] of Object.entries(state.after)) {
      node.after[deadline] = transitions.map((spec) => context.transition(state, spec, 'after'));
    }
    node.entry.push(
      assignAction(({ context: memory }: MachineArgs) => ({
        ...memory,
        elapsed: memory.elapsed.filter((name) => !deadlines.includes(name)),
        fired: memory.fired.filter((key) => !keys.includes(key)),
      })),
    );
  },
};
