import type { ProblemDetails } from '../definition/problem-list.js';
import type { PathStep } from '../definition/problem.js';
import type { Exploration, ExploreInput } from './explore/exploration.js';
import type { Staffing } from './staffing.js';

/** What the gate is told of the world around a definition. */
export interface GateInput extends ExploreInput {
  /** Who works where; without it nothing is said about separation of duties. */
  readonly staffing?: Staffing;
}

/** What the rules of the gate share besides the definition. */
export interface GateContext {
  readonly input: GateInput;
  readonly exploration: Exploration;
}

/** How certain a finding is, and the way to it. */
export function detailsOf(state: string, path: readonly PathStep[], guess: string | null): ProblemDetails {
  const certainty =
    guess === null ? ({ exactness: 'exact' } as const) : ({ exactness: 'approximate', why: guess } as const);
  return { ...(state === '' ? {} : { state }), ...(path.length > 0 ? { path } : {}), ...certainty };
}
