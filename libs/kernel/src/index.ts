export { compileProcess } from './compile/compile-process.js';
export type { CompiledProcess } from './compile/compiled-process.js';
export { checkDecision } from './decisions/check-decision.js';
export { checkDecisionUse } from './decisions/check-decision-use.js';
export * from './decisions/decision.js';
export { type DecisionTable, decisionTable } from './decisions/decision-table.js';
export { type DecisionAnswer, evaluateDecision } from './decisions/evaluate-decision.js';
export { parseDecision } from './decisions/parse-decision.js';
export { showInputs, showValue } from './decisions/show-value.js';
export * from './definition/language.js';
export * from './definition/choice-spec.js';
export * from './definition/returning-spec.js';
export * from './definition/sign-spec.js';
export { parseProcess } from './definition/parse-process.js';
export type { Exactness, PathStep, Problem, Result } from './definition/problem.js';
export { type OpenedYaml, openYaml, type YamlNode } from './definition/yaml-node.js';
export { suggest } from './definition/suggest.js';
export { resolveParameters } from './definition/resolve-parameters.js';
export { evaluateExpression } from './expressions/evaluate-expression.js';
export { FIELD_RIGHTS, type FieldRight, type FieldSpec } from './definition/field-spec.js';
export { type CompiledForm, compileForm, type FormProblem } from './forms/compile-form.js';
export { type FieldRights, fieldRights, schemaWithRights } from './forms/field-rights.js';
export { isSealedReference } from './forms/formats.js';
export { isIdNumber } from './forms/formats/id-number.format.js';
export { isPhone } from './forms/formats/phone.format.js';
export { hasPersonalData, maskOf, replacePersonalData } from './forms/personal-data.js';
export { checkGate, type GateReport, proveGate } from './gate/check-gate.js';
export { gateCodeTable, withGateCodes } from './gate/gate-codes.js';
export type { GateInput } from './gate/gate-context.js';
export { givenInputs } from './gate/given-inputs.js';
export type { StaffedOrganisation, Staffing } from './gate/staffing.js';
export { checkReferences, type KnownNames } from './references/check-references.js';
export { applyToRound, openSeats, reopenSeat } from './signing/apply-to-round.js';
export { openRound, type Signatory } from './signing/open-round.js';
export * from './signing/round.types.js';
export { type Tally, tally } from './signing/tally.js';
export {
  MIGRATION_OBSTACLES,
  type MigrationObstacle,
  type MigrationOutcome,
  migrateSnapshot,
} from './step/migrate-snapshot.js';
export { options } from './step/options.js';
export { activeStates, variables } from './step/snapshot-state.js';
export { step } from './step/step.js';
export * from './step/step.types.js';
export { type ParameterFault, parameterFault } from './values/parameter-fault.js';
export { parseDuration } from './values/duration.js';
export { durationFault } from './values/duration-fault.js';
export { isJsonObject } from './values/value-type.js';
