import { Global, Module } from '@nestjs/common';
import { DUE_STEPS, EngineModule, LAW_BOOK, ReceiptBook } from '#libs/engine';
import { IdentityModule } from '#libs/identity';
import { ChannelBook } from './channels/channel.book.js';
import { DingTalkChannel } from './channels/dingtalk.channel.js';
import { MailChannel } from './channels/mail.channel.js';
import { SmsChannel } from './channels/sms.channel.js';
import { WeComChannel } from './channels/wecom.channel.js';
import { NotifyingDueSteps } from './escalation/due-step.handler.js';
import { EscalationMeter } from './escalation/escalation.meter.js';
import { RecipientFinder } from './escalation/recipient.finder.js';
import { CalendarFeed } from './feed/calendar.feed.js';
import { CalendarFeedController } from './feed/calendar-feed.controller.js';
import { CalendarLinkController } from './feed/calendar-link.controller.js';
import { CalendarLinkService } from './feed/calendar-link.service.js';
import { DeadlineReader } from './feed/deadline.reader.js';
import { IncidentController } from './incidents/incident.controller.js';
import { IncidentRepository } from './incidents/incident.repository.js';
import { IncidentService } from './incidents/incident.service.js';
import { Announcer } from './notifications/announcer.js';
import { LawController } from './notifications/law.controller.js';
import { LetterWriter } from './notifications/letter.writer.js';
import { MailboxService } from './notifications/mailbox.service.js';
import { NotificationController } from './notifications/notification.controller.js';
import { NotificationRepository } from './notifications/notification.repository.js';
import { DeliveryPlanner } from './planning/delivery.planner.js';
import { NotificationTimes } from './planning/notification.times.js';
import { DeadLetterController } from './sending/dead-letter.controller.js';
import { DeadLetterService } from './sending/dead-letter.service.js';
import { SendingRepository } from './sending/sending.repository.js';
import { UnreachedReader } from './sending/unreached.reader.js';
import { LatenessHealth } from './running/lateness.health.js';
import { OverdueTimers } from './sweeping/overdue.timers.js';

const CHANNELS = [ChannelBook, DingTalkChannel, MailChannel, SmsChannel, WeComChannel];

/** Whom to tell and what they read: for every process that fires steps or shows mailboxes. Global, because the engine asks for DUE_STEPS. */
@Global()
@Module({
  imports: [EngineModule, IdentityModule],
  controllers: [
    CalendarFeedController,
    CalendarLinkController,
    DeadLetterController,
    IncidentController,
    LawController,
    NotificationController,
  ],
  providers: [
    Announcer,
    CalendarFeed,
    CalendarLinkService,
    ...CHANNELS,
    DeadlineReader,
    DeadLetterService,
    DeliveryPlanner,
    EscalationMeter,
    IncidentRepository,
    IncidentService,
    LAW_BOOK,
    LatenessHealth,
    LetterWriter,
    MailboxService,
    NotificationRepository,
    NotificationTimes,
    NotifyingDueSteps,
    OverdueTimers,
    ReceiptBook,
    RecipientFinder,
    SendingRepository,
    UnreachedReader,
    { provide: DUE_STEPS, useExisting: NotifyingDueSteps },
  ],
  exports: [
    Announcer,
    ChannelBook,
    DeliveryPlanner,
    DUE_STEPS,
    IncidentRepository,
    LetterWriter,
    NotificationRepository,
    OverdueTimers,
    RecipientFinder,
    SendingRepository,
  ],
})
export class DeadlinesModule {}
