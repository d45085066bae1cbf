import type { DefinitionIndex } from '../../definition/definition-index.js';
import type { StateSpec } from '../../definition/language.js';
import { REJECT_PLACES, regionsInReach, USUAL_REJECT, USUAL_RETURN } from '../../definition/returning-spec.js';

/** States with a task to which some other task may be returned (退回) or rejected (驳回). */
export function returnableStates(index: DefinitionIndex): ReadonlySet<string> {
  const tasks = [...index.states.values()].filter(({ task }) => task !== undefined);
  const senders = tasks.filter(({ task }) => task?.allow.includes('return') || task?.allow.includes('reject'));
  return new Set(tasks.filter((to) => senders.some((from) => mayGoBack(index, from, to.path))).map(({ path }) => path));
}

/** Whether the work of a state may go back to another in which somebody has acted. */
export function mayGoBack(index: DefinitionIndex, { path, task }: StateSpec, to: string): boolean {
  if (task === undefined || path === to) return false;
  const region = index.regionOf(to);
  const { branches } = task.return ?? USUAL_RETURN;
  if (task.allow.includes('return') && regionsInReach(index, path, branches).includes(region)) return true;
  const reject = task.reject ?? USUAL_REJECT;
  const isNamed =
    reject.to.includes(to) || REJECT_PLACES.some((place) => place !== 'terminate' && reject.to.includes(place));
  return task.allow.includes('reject') && isNamed && regionsInReach(index, path, reject.branches).includes(region);
}
