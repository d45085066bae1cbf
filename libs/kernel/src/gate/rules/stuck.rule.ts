import type { Exploration, Visit } from '../explore/exploration.js';
import { leavesOf } from '../explore/situation.js';
import { detailsOf } from '../gate-context.js';
import type { GateRule } from '../gate-rule.js';

/** Whatever values come, the process can always go on to its end. */
export const stuckRule: GateRule = {
  id: 'stuck',
  meaning: 'With some values the process cannot move on, or never end',
  remedy: 'Add a branch without guard, a deadline, or an event that leads on',
  check(index, problems, { exploration }) {
    if (!exploration.isConclusive) return;
    for (const visit of firstOfEach(trapped(exploration))) {
      const leaves = leavesOf(visit.situation);
      const state = leaves.find((path) => index.states.get(path)?.kind !== 'final') ?? leaves[0] ?? '';
      const line = index.states.get(state)?.line ?? 1;
      if (problems.has('stuck', line)) continue;
      const isStill = [...visit.next].every((next) => next === visit);
      problems.addFinding({
        code: 'stuck',
        line,
        message: isStill
          ? `in the state \`${state}\` no event, deadline or child can ever move the process on${valuesIn(visit)}`
          : `from the state \`${state}\` the process can still move but never end${valuesIn(visit)}`,
        hint: 'Add a branch without guard, a deadline, or an event that leads on from there.',
        ...detailsOf(state, exploration.pathTo(visit), visit.guess),
      });
    }
  },
};

/** Situations from which no end can be reached. */
function trapped({ visits }: Exploration): readonly Visit[] {
  const before = new Map<Visit, Visit[]>();
  for (const visit of visits.values()) for (const next of visit.next) listAt(before, next).push(visit);
  const free = new Set<Visit>();
  const queue = [...visits.values()].filter(({ situation }) => situation.isDone);
  for (let visit = queue.pop(); visit !== undefined; visit = queue.pop()) {
    if (free.has(visit)) continue;
    free.add(visit);
    queue.push(...(before.get(visit) ?? []));
  }
  return [...visits.values()].filter((visit) => !free.has(visit));
}

function listAt(lists: Map<Visit, Visit[]>, visit: Visit): Visit[] {
  const known = lists.get(visit);
  if (known !== undefined) return known;
  const made: Visit[] = [];
  lists.set(visit, made);
  return made;
}

/** The way into each trap; what follows inside it is no news. */
function firstOfEach(visits: readonly Visit[]): readonly Visit[] {
  const all = new Set(visits);
  return visits.filter(({ from }) => from === null || !all.has(from));
}

function valuesIn({ situation }: Visit): string {
  const known = [...situation.values].map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return known.length === 0 ? '' : `, with ${known.join(', ')}`;
}
