import { pointerOf } from '../definition/definition-index.js';
import type { ProblemDetails } from '../definition/problem-list.js';
import type { Exploration, Refused } from './explore/exploration.js';
import type { RefusalCode } from './explore/stimulus.js';
import { detailsOf } from './gate-context.js';

/** A place of the definition that makes the kernel refuse a step. */
export interface Refusal {
  readonly state: string;
  readonly line: number;
  readonly guard: string;
  readonly variable: string;
  /** What sets off the transition that is to blame. */
  readonly trigger: 'always' | 'onDone';
  readonly details: ProblemDetails;
}

/** Each place once, by the shortest way to it; a certain one before one that is guessed at. */
export function refusalsOf(exploration: Exploration, code: RefusalCode): readonly Refusal[] {
  const places = new Map<string, Refused>();
  for (const refused of exploration.refused) {
    if (refused.refusal.code !== code) continue;
    const key = placeOf(refused);
    const known = places.get(key);
    if (known === undefined || (known.guess !== null && refused.guess === null)) places.set(key, refused);
  }
  return [...places.values()].map((refused) => refusalAt(exploration, refused));
}

function placeOf({ refusal }: Refused): string {
  return JSON.stringify([refusal.move?.spec.line, refusal.move?.spec.guard, refusal.variable, refusal.place]);
}

function refusalAt(exploration: Exploration, { refusal, from, guess }: Refused): Refusal {
  const { move, variable, place } = refusal;
  const state = move?.source.spec.path ?? place.state;
  const { index } = exploration.language;
  const line = move?.spec.line ?? index.lineOf(`${pointerOf(state)}${place.pointer}`);
  return {
    state,
    line,
    guard: move?.spec.guard ?? '',
    variable,
    trigger: move?.source.spec.onDone.includes(move.spec) === true ? 'onDone' : 'always',
    details: detailsOf(state, exploration.pathTo(from), guess),
  };
}
