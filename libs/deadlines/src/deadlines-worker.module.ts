import { Module } from '@nestjs/common';
import { EngineModule } from '#libs/engine';
import { IdentityModule } from '#libs/identity';
import { AlarmMirror } from './alarms/alarm.mirror.js';
import { AlarmProcessor } from './alarms/alarm.processor.js';
import { AlarmQueue } from './alarms/alarm.queue.js';
import { AlarmRepository } from './alarms/alarm.repository.js';
import { DeadlinesModule } from './deadlines.module.js';
import { FollowUpWriter } from './notifications/follow-up.writer.js';
import { CaseCopiedHandler } from './notifications/case-copied.handler.js';
import { ExplanationAskedHandler } from './notifications/explanation-asked.handler.js';
import { ExplanationGivenHandler } from './notifications/explanation-given.handler.js';
import { LetterSentTeller } from './notifications/letter-sent.teller.js';
import { MessageSentHandler } from './notifications/message-sent.handler.js';
import { TaskRescheduledHandler } from './notifications/task-rescheduled.handler.js';
import { TaskUrgedHandler } from './notifications/task-urged.handler.js';
import { TaskOpenedHandler } from './notifications/task-opened.handler.js';
import { OpenTaskReader } from './notifications/open-task.reader.js';
import { LadderVacantHandler } from './notifications/ladder-vacant.handler.js';
import { TimerHeldHandler } from './notifications/timer-held.handler.js';
import { TimerReleasedHandler } from './notifications/timer-released.handler.js';
import { OutboxRelay } from './relay/outbox.relay.js';
import { OutboxRepository } from './relay/outbox.repository.js';
import { DeadlineHealth } from './running/deadline.health.js';
import { DeadlineMetrics } from './running/deadline.metrics.js';
import { DeadlineRunner } from './running/deadline.runner.js';
import { DeadlineStatus } from './running/deadline.status.js';
import { DeliveryStatus } from './running/delivery.status.js';
import { QueueGauges } from './running/queue.gauges.js';
import { TimerGauges } from './running/timer.gauges.js';
import { DigestComposer } from './sending/digest.composer.js';
import { DigestPeople } from './sending/digest.people.js';
import { GatheringRepository } from './sending/gathering.repository.js';
import { MessageMaker } from './sending/message.maker.js';
import { SendingClocks } from './sending/sending.clocks.js';
import { SendingMetrics } from './sending/sending.metrics.js';
import { SendingRelay } from './sending/sending.relay.js';
import { SendingRunner } from './sending/sending.runner.js';
import { StandingReader } from './sending/standing.reader.js';
import { FailingTimers } from './sweeping/failing.timers.js';
import { OverdueFiring } from './sweeping/overdue.firing.js';
import { Sweeper } from './sweeping/sweeper.js';

const SENDING = [
  DigestComposer,
  DigestPeople,
  GatheringRepository,
  MessageMaker,
  SendingClocks,
  SendingMetrics,
  SendingRelay,
  SendingRunner,
  StandingReader,
];

/** What the worker runs: alarms, sweeper and relay. Any number of workers may run side by side. */
@Module({
  imports: [DeadlinesModule, EngineModule, IdentityModule],
  providers: [
    AlarmMirror,
    AlarmProcessor,
    AlarmQueue,
    AlarmRepository,
    CaseCopiedHandler,
    DeadlineHealth,
    DeadlineMetrics,
    DeadlineRunner,
    DeadlineStatus,
    DeliveryStatus,
    ExplanationAskedHandler,
    ExplanationGivenHandler,
    FailingTimers,
    FollowUpWriter,
    LetterSentTeller,
    MessageSentHandler,
    TaskUrgedHandler,
    OutboxRelay,
    OutboxRepository,
    OverdueFiring,
    QueueGauges,
    ...SENDING,
    Sweeper,
    TaskOpenedHandler,
    TaskRescheduledHandler,
    OpenTaskReader,
    TimerGauges,
    LadderVacantHandler,
    TimerHeldHandler,
    TimerReleasedHandler,
  ],
  exports: [DeadlineRunner, DeadlineStatus],
})
export class DeadlinesWorkerModule {}
