import { Global, Module } from '@nestjs/common';
import { DUE_STEPS, LAW_BOOK } from '#libs/engine';
import { IdentityModule } from '#libs/identity';
import { NotifyingDueSteps } from './escalation/due-step.handler.js';
import { RecipientFinder } from './escalation/recipient.finder.js';
import { IncidentController } from './incidents/incident.controller.js';
import { IncidentRepository } from './incidents/incident.repository.js';
import { IncidentService } from './incidents/incident.service.js';
import { ReceiptBook } from '#libs/engine';
import { Announcer } from './notifications/announcer.js';
import { LawController } from './notifications/law.controller.js';
import { LetterWriter } from './notifications/letter.writer.js';
import { MailboxService } from './notifications/mailbox.service.js';
import { NotificationController } from './notifications/notification.controller.js';
import { NotificationRepository } from './notifications/notification.repository.js';

/** Whom to tell and what they read: for every process that fires steps or shows mailboxes. Global, because the engine asks for DUE_STEPS. */
@Global()
@Module({
  imports: [IdentityModule],
  controllers: [IncidentController, LawController, NotificationController],
  providers: [
    Announcer,
    IncidentRepository,
    IncidentService,
    LAW_BOOK,
    LetterWriter,
    MailboxService,
    NotificationRepository,
    NotifyingDueSteps,
    ReceiptBook,
    RecipientFinder,
    { provide: DUE_STEPS, useExisting: NotifyingDueSteps },
  ],
  exports: [Announcer, DUE_STEPS, IncidentRepository, LetterWriter, NotificationRepository, RecipientFinder],
})
export class DeadlinesModule {}
