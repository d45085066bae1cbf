export { AttachmentService, type AttachmentView } from './attachments/attachment.service.js';
export { Visibility } from './authority/visibility.js';
export { ActCommand, type ActRequest } from './commands/act.command.js';
export { NotVisibleError } from './commands/command.error.js';
export type { IdempotencyRequest } from './commands/command.runner.js';
export { FireTimerCommand, type FireTimerRequest, type FireTimerResult } from './commands/fire-timer.command.js';
export { ReturnTaskCommand } from './commands/return-task.command.js';
export { SendEventCommand, type SendEventRequest } from './commands/send-event.command.js';
export { SignalCommand, type SignalRequest } from './commands/signal.command.js';
export { StartRootCommand, type StartRootRequest } from './commands/start-root.command.js';
export { WithdrawCommand } from './commands/withdraw.command.js';
export type { Bundle } from './definitions/bundle.js';
export { BundleStore, prepare as prepareBundle } from './definitions/bundle.store.js';
export {
  type Configuration,
  configurationProblems,
  readConfiguration,
  readDefinitions,
} from './definitions/configuration.files.js';
export {
  explainParameter,
  type ParameterExplanation,
  parameterOwners,
  type SettingPlace,
} from './definitions/parameter.explainer.js';
export { type CatalogEntry, DefinitionCatalog } from './definitions/definition.catalog.js';
export { registerProblems } from './deadline-register/check-register.js';
export { type DeadlineRegister, parseRegister, readRegister } from './deadline-register/deadline-register.js';
export { deadlinePage, pendingPeriods } from './deadline-register/deadline.page.js';
export { BadDefinitionError } from './definitions/definition.error.js';
export { LAW_BOOK, LawBook } from './definitions/law.book.js';
export { type RegisteredNames, registeredNames } from './definitions/registered.names.js';
export { DefinitionPublisher, type PublishReport, type PublishRequest } from './publishing/definition.publisher.js';
export { DefinitionRetirer, type RetireRequest } from './publishing/definition.retirer.js';
export type { Change, Titles } from './publishing/diff/change.js';
export { diffDefinitions } from './publishing/diff/diff-definitions.js';
export { titlesOf } from './publishing/diff/titles.js';
export { demoStaffing } from './publishing/lint/demo-staffing.js';
export { DirectoryStaffing } from './publishing/lint/directory.staffing.js';
export { lintDefinitions, type LintReport } from './publishing/lint/lint-definitions.js';
export {
  type FrozenVersions,
  type ShippedVersion,
  shippedVersions,
  thawed,
  unfrozen,
} from './publishing/frozen.versions.js';
export { PublishGate } from './publishing/publish.gate.js';
export { contentHashOf, type PublishedEntry, type PublishedVersion } from './publishing/published.definition.js';
export { PublishedDefinitions } from './publishing/published.definitions.js';
export { CaseRecorder } from './recording/case.recorder.js';
export {
  type CaseRecording,
  parseRecording,
  type RecordedStep,
  recordingText,
  replayRecording,
} from './recording/case.recording.js';
export type { Ladder, LadderRung } from './definitions/ladder.js';
export { RegionBook } from './definitions/region.book.js';
export { readRegions } from './definitions/region.overlay.js';
export { parseYaml, readYamlFiles, type YamlFile } from './definitions/yaml.files.js';
export { actingPerson, NobodyActsError } from './effects/acting.js';
export { type EffectContext, type EffectHandler, HandlesEffect, type OutboxMessage } from './effects/effect.js';
export { EffectInput } from './effects/effect-input.js';
export { EffectRegistry } from './effects/effect.registry.js';
export { EngineModule } from './engine.module.js';
export { engineSchema } from './engine.schema.js';
export { CaseExplainer, type CaseView } from './explain/case.explainer.js';
export { CaseReader, type CaseRecord } from './explain/case.reader.js';
export { type CaseReasons, ReasonReader } from './explain/case.reasons.js';
export { TimelineReader } from './explain/timeline.reader.js';
export { type ChainReport, ChainVerifier } from './history/chain.verifier.js';
export { HistoryReader, type StoredHistory } from './history/history.reader.js';
export { Replayer, type ReplayReport } from './history/replayer.js';
export { Frame, type RequestFrame } from './http/request.frame.js';
export type { CommandResult } from './instances/case.transaction.js';
export { readJson } from './instances/json.column.js';
export type { InstanceReport } from './migration/migration.look.js';
export { type MigrationOrder, MigrationSurvey } from './migration/migration.survey.js';
export { DEFAULT_POLICY, TIMER_POLICIES, type TimerPolicy } from './migration/timer.policy.js';
export { UndoMigrationCommand } from './migration/undo-migration.command.js';
export { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from './outbox/outbox.handler.js';
export { OutboxRegistry } from './outbox/outbox.registry.js';
export { candidatePlanner } from './recounting/candidate.planner.js';
export type { RecountedDeadline, RecountReport } from './recounting/recount.report.js';
export { type CalendarStanding, RecountSurvey } from './recounting/recount.survey.js';
export { InboxReader } from './inbox/inbox.reader.js';
export { CancelCaseCommand } from './interventions/cancel-case.command.js';
export { type EndingContext, type EndingHandler, HandlesEnding } from './interventions/ending.handlers.js';
export { InterventionDesk } from './interventions/intervention.desk.js';
export { RejectTaskCommand } from './returning/reject-task.command.js';
export { TakeBackCommand } from './returning/take-back.command.js';
export { DrawVerifier } from './assignment/draw.verifier.js';
export { DeclineDrawCommand } from './assignment/decline-draw.command.js';
export { AddSignersCommand } from './signing/add-signers.command.js';
export { ClaimTaskCommand } from './signing/claim-task.command.js';
export { DelegateTaskCommand } from './signing/delegate-task.command.js';
export { GiveOpinionCommand } from './signing/give-opinion.command.js';
export { HandOverAllCommand } from './signing/hand-over-all.command.js';
export { ReceiptBook } from './receipts/receipt.book.js';
export { ReleaseTaskCommand } from './signing/release-task.command.js';
export { RemoveSignersCommand } from './signing/remove-signers.command.js';
export { RetractVoteCommand } from './signing/retract-vote.command.js';
export { TransferTaskCommand } from './signing/transfer-task.command.js';
export { TaskReader } from './tasks/task.reader.js';
export { simulate, type SimulationRequest } from './simulation/simulate.js';
export type { SimulationReport } from './simulation/simulation.report.js';
export {
  DUE_STEPS,
  type DueStepHandler,
  type DueStepOutcome,
  type DueStepRequest,
  type TimerStep,
} from './timers/due-step.js';
export { TimerPlanner } from './timers/timer.planner.js';
export { loadCalendar, RegionalCalendars, WORK_CALENDAR } from './timers/work-calendar.provider.js';
export { IdempotencyCleaner } from './upkeep/idempotency.cleaner.js';
export { StallDetector, type StallReport } from './upkeep/stall.detector.js';
export { DraftBundles } from './whatif/draft.bundles.js';
export { whatIfRecording } from './whatif/recorded.histories.js';
export { whatIf, whatIfReport } from './whatif/what-if.js';
export type { PastInstance, WhatIfReport } from './whatif/what-if.report.js';
export { WhatIfService } from './whatif/what-if.service.js';
export { ProvidesView, type ReadView, type ViewRequest } from './views/read-view.js';
export { ViewRegistry } from './views/view.registry.js';
export { MaskingInterceptor } from './personal-data/masking.interceptor.js';
