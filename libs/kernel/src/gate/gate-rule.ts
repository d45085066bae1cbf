import type { DefinitionIndex } from '../definition/definition-index.js';
import type { ProblemList } from '../definition/problem-list.js';
import type { GateContext } from './gate-context.js';

/** One thing that must be true of every definition before it goes live. */
export interface GateRule {
  /** Stable code of the problems it reports. */
  readonly id: string;
  /** Its codes, where they are others. */
  readonly codes?: readonly string[];
  /** What is wrong where it reports something, and what cures it: for the table of docs/process-language.md. */
  readonly meaning: string;
  readonly remedy: string;
  readonly check: (index: DefinitionIndex, problems: ProblemList, context: GateContext) => void;
}
