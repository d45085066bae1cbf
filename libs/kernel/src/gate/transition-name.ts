import type { PlacedTransition } from '../definition/definition-index.js';

/** How a transition is called in messages. */
export function nameOf({ state, trigger, key }: PlacedTransition): string {
  const name = `a branch of \`${key === '' ? trigger : key}\``;
  return state.path === '' ? `${name} of the process` : `${name} in the state \`${state.path}\``;
}
