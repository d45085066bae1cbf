import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ChoiceMaker } from './assignment/choice.maker.js';
import { TaskAssigner } from './assignment/task.assigner.js';
import { AttachmentBinder } from './attachments/attachment.binder.js';
import { AttachmentService } from './attachments/attachment.service.js';
import { CaseSight } from './authority/case.sight.js';
import { MaskingInterceptor } from './personal-data/masking.interceptor.js';
import { SEALING, SEALING_CONTROLLERS } from './personal-data/personal-data.providers.js';
import { InboxPools } from './authority/inbox.pools.js';
import { RecusalController } from './authority/recusals/recusal.controller.js';
import { RecusalService } from './authority/recusals/recusal.service.js';
import { RelationSource } from './authority/relation.source.js';
import { StandingSource } from './authority/standing.source.js';
import { SubstituteFinder } from './authority/substitute.finder.js';
import { TaskGate } from './authority/task.gate.js';
import { Visibility } from './authority/visibility.js';
import { ActCommand } from './commands/act.command.js';
import { CommandRunner } from './commands/command.runner.js';
import { FireTimerCommand } from './commands/fire-timer.command.js';
import { FormCheck } from './commands/form.check.js';
import { ReturnTaskCommand } from './commands/return-task.command.js';
import { RootQueue } from './commands/root.queue.js';
import { SendEventCommand } from './commands/send-event.command.js';
import { SignalCommand } from './commands/signal.command.js';
import { StartRootCommand } from './commands/start-root.command.js';
import { TaskConcluder } from './commands/task.concluder.js';
import { WithdrawCommand } from './commands/withdraw.command.js';
import { BundleStore } from './definitions/bundle.store.js';
import { DefinitionCatalog } from './definitions/definition.catalog.js';
import { LAW_BOOK } from './definitions/law.book.js';
import { EffectRegistry } from './effects/effect.registry.js';
import { AssignPartiesEffect, AssignPartyEffect, RetitleCaseEffect } from './effects/party.effect.js';
import { CaseExplainer } from './explain/case.explainer.js';
import { CaseReader } from './explain/case.reader.js';
import { ReasonReader } from './explain/case.reasons.js';
import { EXPLAINING } from './explain/explain.providers.js';
import { ReasonsController } from './explain/reasons.controller.js';
import { TimelineReader } from './explain/timeline.reader.js';
import { ChainVerifier } from './history/chain.verifier.js';
import { HistoryReader } from './history/history.reader.js';
import { Replayer } from './history/replayer.js';
import { AttachmentsController } from './http/attachments.controller.js';
import { CasesController } from './http/cases.controller.js';
import { OptionsController } from './http/options.controller.js';
import { TasksController } from './http/tasks.controller.js';
import { MigrateInstanceCommand } from './migration/migrate-instance.command.js';
import { MIGRATING } from './migration/migration.providers.js';
import { MigrationSurvey } from './migration/migration.survey.js';
import { UndoMigrationCommand } from './migration/undo-migration.command.js';
import { PROCESS_CONTROLLERS } from './publishing/http/process.controllers.js';
import { PUBLISHING } from './publishing/publishing.providers.js';
import { STARTS_DRAFTS } from './publishing/published.definitions.js';
import { COMMUNICATION, COMMUNICATION_CONTROLLERS } from './communication/communication.providers.js';
import { ReceiptBook } from './receipts/receipt.book.js';
import { INBOX, INBOX_CONTROLLERS } from './inbox/inbox.providers.js';
import { InboxReader } from './inbox/inbox.reader.js';
import { CaseAnnouncer } from './live/case.announcer.js';
import { CaseSnapshots } from './instances/case.snapshot.js';
import { InstanceLocator } from './instances/instance.locator.js';
import { OutboxRegistry } from './outbox/outbox.registry.js';
import { CaseRecorder } from './recording/case.recorder.js';
import { INTERVENING } from './interventions/intervention.providers.js';
import { InterventionsController } from './interventions/http/interventions.controller.js';
import { RECOUNTING } from './recounting/recount.providers.js';
import { RETURNING, RETURNING_CONTROLLERS } from './returning/returning.providers.js';
import { AddSignersCommand } from './signing/add-signers.command.js';
import { ClaimTaskCommand } from './signing/claim-task.command.js';
import { DelegateTaskCommand } from './signing/delegate-task.command.js';
import { GiveOpinionCommand } from './signing/give-opinion.command.js';
import { HandOverAllCommand } from './signing/hand-over-all.command.js';
import { HandOverAllController } from './signing/http/hand-over-all.controller.js';
import { HandOverController } from './signing/http/hand-over.controller.js';
import { SigningController } from './signing/http/signing.controller.js';
import { RoundController } from './signing/http/round.controller.js';
import { PeopleFinder } from './signing/people.finder.js';
import { ReleaseTaskCommand } from './signing/release-task.command.js';
import { RemoveSignersCommand } from './signing/remove-signers.command.js';
import { RetractVoteCommand } from './signing/retract-vote.command.js';
import { RoundReader } from './signing/round.reader.js';
import { SignerCheck } from './signing/signer.check.js';
import { SigningDesk } from './signing/signing.desk.js';
import { TransferTaskCommand } from './signing/transfer-task.command.js';
import { VoteTaker } from './signing/vote.taker.js';
import { ChildStarter } from './steps/child.starter.js';
import { SimulationDesk } from './simulation/simulation.desk.js';
import { SignalRouter } from './steps/signal.router.js';
import { StepApplier } from './steps/step.applier.js';
import { Stepper } from './steps/stepper.js';
import { SUPERVISING, SUPERVISION_CONTROLLERS } from './supervision/supervision.providers.js';
import { ActionReader } from './tasks/action.reader.js';
import { TaskCloser } from './tasks/task.closer.js';
import { TaskLocator } from './tasks/task.locator.js';
import { TaskOpener } from './tasks/task.opener.js';
import { TaskReader } from './tasks/task.reader.js';
import { Suspender } from './timers/suspender.js';
import { TimerBook } from './timers/timer.book.js';
import { TimerFirer } from './timers/timer.firer.js';
import { TimerPlanner } from './timers/timer.planner.js';
import { RegionalCalendars, WORK_CALENDAR, workCalendarProvider } from './timers/work-calendar.provider.js';
import { IdempotencyCleaner } from './upkeep/idempotency.cleaner.js';
import { StallDetector } from './upkeep/stall.detector.js';
import { ViewRegistry } from './views/view.registry.js';
import { WhatIfService } from './whatif/what-if.service.js';

const COMMANDS = [
  ActCommand,
  SendEventCommand,
  SignalCommand,
  StartRootCommand,
  FireTimerCommand,
  ReturnTaskCommand,
  WithdrawCommand,
  MigrateInstanceCommand,
  UndoMigrationCommand,
  MigrationSurvey,
];
/** Who signs a task. */
const SIGNING = [
  AddSignersCommand,
  ClaimTaskCommand,
  DelegateTaskCommand,
  GiveOpinionCommand,
  HandOverAllCommand,
  PeopleFinder,
  RoundReader,
  ReleaseTaskCommand,
  RemoveSignersCommand,
  RetractVoteCommand,
  TransferTaskCommand,
];
const READERS = [
  ReasonReader,
  WhatIfService,
  InboxReader,
  ReceiptBook,
  TaskReader,
  CaseExplainer,
  CaseReader,
  TimelineReader,
  HistoryReader,
  AttachmentService,
  CaseRecorder,
];
const REGISTRIES = [EffectRegistry, ViewRegistry, OutboxRegistry, DefinitionCatalog, BundleStore];

/** The durable runtime of the kernel. */
@Module({
  imports: [DiscoveryModule],
  controllers: [
    RecusalController,
    ...INBOX_CONTROLLERS,
    ...COMMUNICATION_CONTROLLERS,
    TasksController,
    SigningController,
    RoundController,
    HandOverController,
    HandOverAllController,
    ...RETURNING_CONTROLLERS,
    InterventionsController,
    ...SUPERVISION_CONTROLLERS,
    CasesController,
    ...SEALING_CONTROLLERS,
    OptionsController,
    AttachmentsController,
    ReasonsController,
    ...PROCESS_CONTROLLERS,
  ],
  providers: [
    ...COMMANDS,
    ...SIGNING,
    ...RETURNING,
    ...INTERVENING,
    ...RECOUNTING,
    ...SEALING,
    ...SUPERVISING,
    ...INBOX,
    ...COMMUNICATION,
    ...READERS,
    ...EXPLAINING,
    ...REGISTRIES,
    ...PUBLISHING,
    ...MIGRATING,
    SimulationDesk,
    { provide: STARTS_DRAFTS, useValue: false },
    ActionReader,
    AssignPartyEffect,
    AssignPartiesEffect,
    RetitleCaseEffect,
    AttachmentBinder,
    IdempotencyCleaner,
    StallDetector,
    CaseAnnouncer,
    CaseSight,
    CaseSnapshots,
    ChainVerifier,
    ChildStarter,
    CommandRunner,
    FormCheck,
    MaskingInterceptor,
    InboxPools,
    InstanceLocator,
    LAW_BOOK,
    RecusalService,
    RelationSource,
    RegionalCalendars,
    Replayer,
    RootQueue,
    SignalRouter,
    SignerCheck,
    SigningDesk,
    StepApplier,
    StandingSource,
    Stepper,
    SubstituteFinder,
    Suspender,
    ChoiceMaker,
    TaskAssigner,
    TaskCloser,
    TaskConcluder,
    TaskGate,
    TaskLocator,
    TaskOpener,
    TimerBook,
    TimerFirer,
    TimerPlanner,
    Visibility,
    VoteTaker,
    workCalendarProvider,
  ],
  exports: [
    ...COMMANDS,
    ...SIGNING,
    ...RETURNING,
    ...INTERVENING,
    ...READERS,
    ...REGISTRIES,
    ...PUBLISHING,
    ChainVerifier,
    IdempotencyCleaner,
    MaskingInterceptor,
    Replayer,
    StallDetector,
    Visibility,
    WORK_CALENDAR,
  ],
})
export class EngineModule {}
