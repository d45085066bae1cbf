import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AttachmentBinder } from './attachments/attachment.binder.js';
import { AttachmentService } from './attachments/attachment.service.js';
import { RelationSource } from './authority/relation.source.js';
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
import { WithdrawCommand } from './commands/withdraw.command.js';
import { BundleStore } from './definitions/bundle.store.js';
import { DefinitionCatalog } from './definitions/definition.catalog.js';
import { LAW_BOOK } from './definitions/law.book.js';
import { EffectRegistry } from './effects/effect.registry.js';
import { AssignPartiesEffect, AssignPartyEffect, RetitleCaseEffect } from './effects/party.effect.js';
import { CaseExplainer } from './explain/case.explainer.js';
import { CaseReader } from './explain/case.reader.js';
import { ReasonReader } from './explain/case.reasons.js';
import { GuardExplainer } from './explain/guard.explainer.js';
import { LadderExplainer } from './explain/ladder.explainer.js';
import { OptionReader } from './explain/option.reader.js';
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
import { MigrationLook } from './migration/migration.look.js';
import { MigrationPlanner } from './migration/migration.planner.js';
import { MigrationSurvey } from './migration/migration.survey.js';
import { MigrationWriter } from './migration/migration.writer.js';
import { StandingReader } from './migration/standing.reader.js';
import { UndoMigrationCommand } from './migration/undo-migration.command.js';
import { DefinitionPublisher } from './publishing/definition.publisher.js';
import { DefinitionRetirer } from './publishing/definition.retirer.js';
import { ProcessesController } from './publishing/http/processes.controller.js';
import { PublishGate } from './publishing/publish.gate.js';
import { PublishedDefinitions, STARTS_DRAFTS } from './publishing/published.definitions.js';
import { CaseAnnouncer } from './live/case.announcer.js';
import { CaseSnapshots } from './instances/case.snapshot.js';
import { InstanceLocator } from './instances/instance.locator.js';
import { OutboxRegistry } from './outbox/outbox.registry.js';
import { CaseRecorder } from './recording/case.recorder.js';
import { ChildStarter } from './steps/child.starter.js';
import { SignalRouter } from './steps/signal.router.js';
import { StepApplier } from './steps/step.applier.js';
import { Stepper } from './steps/stepper.js';
import { ActionReader } from './tasks/action.reader.js';
import { InboxReader } from './tasks/inbox.reader.js';
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
import { WhatIfController } from './whatif/what-if.controller.js';
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
const READERS = [
  ReasonReader,
  WhatIfService,
  InboxReader,
  TaskReader,
  CaseExplainer,
  CaseReader,
  TimelineReader,
  HistoryReader,
  AttachmentService,
  CaseRecorder,
];
const REGISTRIES = [EffectRegistry, ViewRegistry, OutboxRegistry, DefinitionCatalog, BundleStore];
const PUBLISHING = [PublishedDefinitions, PublishGate, DefinitionPublisher, DefinitionRetirer];

/** The durable runtime of the kernel. */
@Module({
  imports: [DiscoveryModule],
  controllers: [
    TasksController,
    CasesController,
    OptionsController,
    AttachmentsController,
    ProcessesController,
    ReasonsController,
    WhatIfController,
  ],
  providers: [
    ...COMMANDS,
    ...READERS,
    ...REGISTRIES,
    ...PUBLISHING,
    { provide: STARTS_DRAFTS, useValue: false },
    ActionReader,
    MigrationLook,
    MigrationPlanner,
    MigrationWriter,
    StandingReader,
    AssignPartyEffect,
    AssignPartiesEffect,
    RetitleCaseEffect,
    AttachmentBinder,
    IdempotencyCleaner,
    StallDetector,
    CaseAnnouncer,
    CaseSnapshots,
    ChainVerifier,
    ChildStarter,
    CommandRunner,
    FormCheck,
    InstanceLocator,
    GuardExplainer,
    LadderExplainer,
    LAW_BOOK,
    OptionReader,
    RelationSource,
    RegionalCalendars,
    Replayer,
    RootQueue,
    SignalRouter,
    StepApplier,
    Stepper,
    Suspender,
    TaskCloser,
    TaskGate,
    TaskLocator,
    TaskOpener,
    TimerBook,
    TimerFirer,
    TimerPlanner,
    Visibility,
    workCalendarProvider,
  ],
  exports: [
    ...COMMANDS,
    ...READERS,
    ...REGISTRIES,
    ...PUBLISHING,
    ChainVerifier,
    IdempotencyCleaner,
    Replayer,
    StallDetector,
    Visibility,
    WORK_CALENDAR,
  ],
})
export class EngineModule {}
