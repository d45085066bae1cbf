import type { DefinitionIndex } from '../definition/definition-index.js';
import type { ProblemList } from '../definition/problem-list.js';
import type { GateContext } from './gate-context.js';

/** One thing that must be true of every definition before it goes live. */
export interface GateRule {
  /** Stable code of the problems it reports. */
  readonly id: string;
  readonly check: (index: DefinitionIndex, problems: ProblemList, context: GateContext) => void;
}
