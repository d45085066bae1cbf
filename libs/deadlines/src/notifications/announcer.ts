import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type DeliveryPlan, DeliveryPlanner } from '../planning/delivery.planner.js';
import { SendingRepository } from '../sending/sending.repository.js';
import type { NewSending } from '../sending/sending.row.js';
import type { Announcement } from './notification.facts.js';
import { NotificationRepository } from './notification.repository.js';

/** The transaction in which people are told. */
export interface AnnouncingTransaction {
  readonly manager: EntityManager;
  nextId(): number;
}

/** Puts a message into mailboxes, and on its way out of the house as configuration says: at once, or in the digest. */
@Injectable()
export class Announcer {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly planner: DeliveryPlanner,
    private readonly sendings: SendingRepository,
  ) {}

  /** False when every channel is off. */
  get leavesTheHouse(): boolean {
    return this.planner.isOn;
  }

  /** Who has been told of the same origin before is not told again. */
  async announce(announcement: Announcement, transaction: AnnouncingTransaction): Promise<void> {
    const plans = new Map(announcement.userIds.map((userId) => [userId, this.planner.planFor(userId, announcement)]));
    const tried = await this.notifications.add(transaction.manager, announcement, {
      nextId: () => transaction.nextId(),
      gatherAt: (userId) => gatherAt(plans.get(userId)),
    });
    if (![...plans.values()].some(({ delivery }) => delivery === 'now')) return;
    const written = await this.notifications.written(transaction.manager, tried);
    const sendings = written.flatMap(({ id, userId }) =>
      sendingsOf(plans.get(userId), { subject: 'notification', subjectId: id, userId, rootId: announcement.rootId }),
    );
    await this.sendings.add(
      transaction.manager,
      sendings.map((sending) => ({ id: transaction.nextId(), ...sending })),
    );
  }
}

function gatherAt(plan: DeliveryPlan | undefined): Date | null {
  return plan?.delivery === 'digest' ? plan.gatherAt : null;
}

type About = Pick<NewSending, 'subject' | 'subjectId' | 'userId' | 'rootId'>;

function sendingsOf(plan: DeliveryPlan | undefined, about: About): Omit<NewSending, 'id'>[] {
  if (plan?.delivery !== 'now') return [];
  const { channels, notBefore } = plan;
  return channels.map(({ name }) => ({ ...about, channel: name, notBefore }));
}
