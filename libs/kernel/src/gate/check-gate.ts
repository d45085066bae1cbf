import { DefinitionIndex } from '../definition/definition-index.js';
import type { ProcessDefinition } from '../definition/language.js';
import type { Exactness, Problem } from '../definition/problem.js';
import { ProblemList } from '../definition/problem-list.js';
import { Exploration } from './explore/exploration.js';
import type { GateInput } from './gate-context.js';
import type { GateRule } from './gate-rule.js';
import { alwaysCycleRule } from './rules/always-cycle.rule.js';
import { childListRule } from './rules/child-list.rule.js';
import { countableDurationRule } from './rules/countable-duration.rule.js';
import { deadTransitionRule } from './rules/dead-transition.rule.js';
import { deadlineNamesRule } from './rules/deadline-names.rule.js';
import { decisionDomainRule } from './rules/decision-domain.rule.js';
import { doneBranchRule } from './rules/done-branch.rule.js';
import { guardNullRule } from './rules/guard-null.rule.js';
import { guardTypesRule } from './rules/guard-types.rule.js';
import { guardedAfterRule } from './rules/guarded-after.rule.js';
import { moneyFractionRule } from './rules/money-fraction.rule.js';
import { neverEnteredRule } from './rules/never-entered.rule.js';
import { neverTakenRule } from './rules/never-taken.rule.js';
import { overlapRule } from './rules/overlap.rule.js';
import { parameterBoundsRule } from './rules/parameter-bounds.rule.js';
import { reachableStatesRule } from './rules/reachable-states.rule.js';
import { reachesFinalRule } from './rules/reaches-final.rule.js';
import { regionCountRule } from './rules/region-count.rule.js';
import { separateDutiesRule } from './rules/separate-duties.rule.js';
import { signingStaysRule } from './rules/signing-stays.rule.js';
import { signingTooFewRule } from './rules/signing-too-few.rule.js';
import { stuckRule } from './rules/stuck.rule.js';
import { unsetDeadlineRule } from './rules/unset-deadline.rule.js';
import { waitingStateRule } from './rules/waiting-state.rule.js';
import { wrongAssignRule } from './rules/wrong-assign.rule.js';

/** Rules on structure and types; to add one, write it and name it here. */
export const STRUCTURE_RULES: readonly GateRule[] = [
  regionCountRule,
  reachableStatesRule,
  reachesFinalRule,
  waitingStateRule,
  deadlineNamesRule,
  guardedAfterRule,
  doneBranchRule,
  deadTransitionRule,
  guardTypesRule,
  moneyFractionRule,
  parameterBoundsRule,
  countableDurationRule,
  separateDutiesRule,
  signingStaysRule,
  signingTooFewRule,
];

/** Rules on the course through all values. A fault of structure would show again in them, so they come after it. */
export const COURSE_RULES: readonly GateRule[] = [
  alwaysCycleRule,
  guardNullRule,
  wrongAssignRule,
  unsetDeadlineRule,
  childListRule,
  decisionDomainRule,
  stuckRule,
  neverEnteredRule,
  neverTakenRule,
  overlapRule,
];

export const GATE_RULES: readonly GateRule[] = [...STRUCTURE_RULES, ...COURSE_RULES];

/** What the gate found, and how far it could look. */
export interface GateReport {
  readonly findings: readonly Problem[];
  /** `approximate` when the process has more situations than the gate looks at: then only its structure is proven. */
  readonly exactness: Exactness;
  readonly why?: string;
  /** Different situations that were come upon. */
  readonly situations: number;
}

/** Proves a definition before it goes live: its structure, and its course through all values that guards can tell. */
export function proveGate(definition: ProcessDefinition, input: GateInput = {}): GateReport {
  const index = new DefinitionIndex(definition);
  const problems = new ProblemList(definition.file);
  const exploration = new Exploration(index, input);
  for (const rule of STRUCTURE_RULES) rule.check(index, problems, { input, exploration });
  if (hasNone(problems)) for (const rule of COURSE_RULES) rule.check(index, problems, { input, exploration });
  const { size } = exploration.visits;
  const { missing } = exploration;
  const extent =
    missing === null ? ({ exactness: 'exact' } as const) : ({ exactness: 'approximate', why: missing } as const);
  return { findings: problems.all.map((problem) => ({ exactness: 'exact', ...problem })), ...extent, situations: size };
}

function hasNone(problems: ProblemList): boolean {
  return problems.isEmpty;
}

/** The findings of the gate alone. */
export function checkGate(definition: ProcessDefinition, input: GateInput = {}): Problem[] {
  return [...proveGate(definition, input).findings];
}
