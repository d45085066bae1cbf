import type { SeenOverlap } from '../explore/exploration.js';
import { detailsOf } from '../gate-context.js';
import type { GateRule } from '../gate-rule.js';

/** Of two guarded branches never both hold: otherwise only their order would decide, and nobody sees that. */
export const overlapRule: GateRule = {
  id: 'overlapping-guards',
  meaning: 'Two guarded branches may hold together, so that only their order decides',
  remedy: 'Make them exclude each other, or leave the last guard out',
  check(_index, problems, { exploration }) {
    const pairs = new Map<string, SeenOverlap>();
    for (const overlap of exploration.overlaps) {
      const key = `${overlap.first.line} ${overlap.second.line}`;
      const known = pairs.get(key);
      if (known === undefined || (known.guess !== null && overlap.guess === null)) pairs.set(key, overlap);
    }
    for (const { source, first, second, from, guess } of pairs.values()) {
      problems.addFinding({
        code: 'overlapping-guards',
        line: second.line,
        message: `the guards ${JSON.stringify(first.guard)} (line ${first.line}) and ${JSON.stringify(second.guard)} of the state \`${source.spec.path}\` can hold together, and then only their order decides`,
        hint: 'Make them exclude each other, or leave the guard of the last branch out.',
        ...detailsOf(source.spec.path, exploration.pathTo(from), guess),
      });
    }
  },
};
