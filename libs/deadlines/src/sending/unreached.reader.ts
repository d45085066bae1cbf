import { Injectable } from '@nestjs/common';
import { AccountReach, type Caller, OrganisationDirectory } from '#libs/identity';
import { DataSource } from 'typeorm';
import { ChannelBook } from '../channels/channel.book.js';
import type { ChannelName } from '../channels/channel.js';
import type { UnreachedView } from './unreached.view.js';

interface Row {
  readonly userId: number;
  readonly channel: ChannelName;
  readonly count: string;
  readonly lastAt: Date;
}

/** Longer lists are for a search in the users' page. */
const MOST_PEOPLE = 200;

/**
 * 无法送达: who was to be told and has no address, for whoever looks after their accounts. In the system they were told
 * all the same. Whoever has an address by now is left out.
 */
@Injectable()
export class UnreachedReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly reach: AccountReach,
    private readonly channels: ChannelBook,
  ) {}

  async list(caller: Caller): Promise<UnreachedView[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT user_id AS userId, channel, COUNT(*) AS count, MAX(closed_at) AS lastAt FROM deadlines_sending
       WHERE state = 'no-address' GROUP BY user_id, channel ORDER BY lastAt DESC, user_id`,
    );
    const found: UnreachedView[] = [];
    for (const row of rows) {
      const view = await this.view(row, caller);
      if (view) found.push(view);
      if (found.length === MOST_PEOPLE) break;
    }
    return found;
  }

  private async view({ userId, channel, count, lastAt }: Row, caller: Caller): Promise<UnreachedView | null> {
    const user = this.directory.user(userId);
    if (user?.status !== 'active' || !this.reach.covers(caller, user)) return null;
    const lacks = (await this.channels.byName(channel)?.addressOf(user)) === null;
    if (!lacks) return null;
    const organisationName = this.directory.get(user.organisationId).name;
    return {
      userId,
      userName: user.name,
      organisationName,
      channel,
      count: Number(count),
      lastAt: lastAt.toISOString(),
    };
  }
}
