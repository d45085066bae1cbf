import type { GateRule } from '../gate-rule.js';

/** The cost of parallel regions grows faster than their number. */
const MAX_REGIONS = 16;

/** No parallel state has more regions than a step can afford. */
export const regionCountRule: GateRule = {
  id: 'too-many-regions',
  meaning: 'A parallel state has more than 16 regions',
  remedy: 'Start one child process for each',
  check(index, problems) {
    for (const state of index.states.values()) {
      const count = Object.keys(state.states).length;
      if (state.kind !== 'parallel' || count <= MAX_REGIONS) continue;
      problems.add(
        'too-many-regions',
        state.line,
        `the parallel state \`${state.path}\` has ${count} regions, more than ${MAX_REGIONS}`,
        'Start one child process for each instead, by `subprocess`.',
      );
    }
  },
};
