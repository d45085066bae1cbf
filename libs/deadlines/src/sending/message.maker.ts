import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, type UserRecord } from '#libs/identity';
import type { OutgoingMessage } from '../channels/channel.js';
import { LetterWriter } from '../notifications/letter.writer.js';
import type { StoredNotification } from '../notifications/notification.facts.js';
import { NotificationRepository } from '../notifications/notification.repository.js';
import { DeliveryPlanner } from '../planning/delivery.planner.js';
import { GatheringRepository } from './gathering.repository.js';
import type { ClaimedSending } from './sending.row.js';
import { StandingReader } from './standing.reader.js';

/** What a sending comes to when its turn is there. `until` is business time. */
export type MadeMessage =
  | { readonly kind: 'message'; readonly recipient: UserRecord; readonly message: OutgoingMessage }
  | { readonly kind: 'settled' }
  | { readonly kind: 'postponed'; readonly until: Date };

/** Makes messages from rows at the moment of sending: nothing about what is done by then, nothing in quiet hours. */
@Injectable()
export class MessageMaker {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly gathering: GatheringRepository,
    private readonly standing: StandingReader,
    private readonly letters: LetterWriter,
    private readonly directory: OrganisationDirectory,
    private readonly planner: DeliveryPlanner,
  ) {}

  async make(sending: ClaimedSending, now: Date): Promise<MadeMessage> {
    const recipient = this.directory.user(sending.userId);
    if (recipient?.status !== 'active') return { kind: 'settled' };
    const isUrgent = sending.subject === 'notification';
    const until = this.planner.timetableOf(recipient).firstOpen(now, { isUrgent });
    if (until > now) return { kind: 'postponed', until };
    const told = await this.standing.stillOpen(await this.toldIn(sending));
    const [first] = told;
    if (!first) return { kind: 'settled' };
    const language = this.planner.languageOf(recipient);
    const letter = isUrgent ? this.letters.write(first, language) : this.letters.digest(told, now, language);
    const brief = this.letters.brief(told, now, language);
    return { kind: 'message', recipient, message: messageOf({ ...letter, brief }, sending, recipient) };
  }

  private async toldIn({ subject, subjectId }: ClaimedSending): Promise<StoredNotification[]> {
    if (subject === 'digest') return this.gathering.ofDigest(subjectId);
    const notification = await this.notifications.byId(subjectId);
    return notification ? [notification] : [];
  }
}

type Text = Pick<OutgoingMessage, 'title' | 'body' | 'brief'>;

/** The number of the row is the id: the same each time it is sent. */
function messageOf({ title, body, brief }: Text, { id }: ClaimedSending, { name }: UserRecord): OutgoingMessage {
  return { id: `s-${id}`, name, title, body, brief: `【三社】${name}：${brief}（编号s-${id}）` };
}
