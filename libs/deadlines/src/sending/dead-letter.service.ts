import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import { decodeCursor, type Page, pageOf, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import type { ChannelName } from '../channels/channel.js';
import { IncidentRepository } from '../incidents/incident.repository.js';
import type { DeadLetterQuery, DeadLetterView } from './dead-letter.dto.js';
import { NoDeadLetterError } from './dead-letter.error.js';

interface Row extends Omit<DeadLetterView, 'userName' | 'organisationName' | 'createdAt' | 'closedAt'> {
  readonly userId: number;
  readonly createdAt: Date;
  readonly closedAt: Date;
}

/** As many at one go as a person wants to wait for. */
const MOST_AT_ONCE = 5_000;
const AGAIN = `UPDATE deadlines_sending SET state = 'pending', attempts = 0, retry_at = NULL, closed_at = NULL
  WHERE id IN (?) AND state = 'dead'`;

/** What operators see and do about letters that were given up: the newest first. */
@Injectable()
export class DeadLetterService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly incidents: IncidentRepository,
    private readonly directory: OrganisationDirectory,
    private readonly clock: SystemClock,
  ) {}

  async page({ channel, limit, after }: DeadLetterQuery): Promise<Page<DeadLetterView>> {
    const older = after === undefined ? Number.MAX_SAFE_INTEGER : Number(decodeCursor(after, 1)[0]);
    const rows: Row[] = await this.dataSource.query(
      `SELECT id, channel, subject, user_id AS userId, COALESCE(last_error, '') AS reason, attempts,
         doubt_count AS doubtCount, created_at AS createdAt, closed_at AS closedAt
       FROM deadlines_sending WHERE state = 'dead' AND id < ? ${channel === undefined ? '' : 'AND channel = ?'}
       ORDER BY id DESC LIMIT ?`,
      [older, ...(channel === undefined ? [] : [channel]), limit + 1],
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.id]);
    return { items: items.map((row) => this.view(row)), next };
  }

  /** Sends it again, with the id that it has and all its tries before it. */
  async resend(id: number): Promise<void> {
    const result: { affectedRows: number } = await this.dataSource.query(AGAIN, [[id]]);
    if (result.affectedRows === 0) throw new NoDeadLetterError(id);
    await this.incidents.resolve('sending', id, this.clock.now());
  }

  /** All of a channel: its server is back. Gives how many. */
  async resendAll(channel: ChannelName): Promise<number> {
    const rows: { id: number }[] = await this.dataSource.query(
      `SELECT id FROM deadlines_sending WHERE state = 'dead' AND channel = ? ORDER BY id LIMIT ?`,
      [channel, MOST_AT_ONCE],
    );
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    const result: { affectedRows: number } = await this.dataSource.query(AGAIN, [ids]);
    await this.incidents.resolveAll('sending', ids, this.clock.now());
    return result.affectedRows;
  }

  private view({ userId, createdAt, closedAt, ...row }: Row): DeadLetterView {
    const user = this.directory.user(userId);
    return {
      ...row,
      userName: user?.name ?? '',
      organisationName: user ? (this.directory.byId(user.organisationId)?.name ?? '') : '',
      createdAt: createdAt.toISOString(),
      closedAt: closedAt.toISOString(),
    };
  }
}
