import { Injectable } from '@nestjs/common';
import { localDate } from '#libs/calendar';
import { BusinessClock } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { DigestPeople } from './digest.people.js';
import { GatheringRepository } from './gathering.repository.js';
import { SendingRepository } from './sending.repository.js';
import { StandingReader } from './standing.reader.js';

const PEOPLE_AT_ONCE = 200;
const IDLE_MS = 2_000;

/** Gathers in the morning what people were told of since the last one: one digest per person and local day. */
@Injectable()
export class DigestComposer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gathering: GatheringRepository,
    private readonly standing: StandingReader,
    private readonly sendings: SendingRepository,
    private readonly people: DigestPeople,
    private readonly clock: BusinessClock,
  ) {}

  /** Those whose digest is due; gives the milliseconds to wait until the next round. */
  async round(): Promise<number> {
    const now = this.clock.now();
    const userIds = await this.gathering.duePeople(now, PEOPLE_AT_ONCE);
    for (const userId of userIds) await this.compose(userId, now);
    return userIds.length === PEOPLE_AT_ONCE ? 0 : IDLE_MS;
  }

  private async compose(userId: number, now: Date): Promise<void> {
    await this.people.prepare();
    const user = this.people.byId(userId);
    await this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const told = await this.gathering.lock(manager, userId, now);
      const ids = told.map(({ id }) => id);
      const open = user === null ? [] : await this.standing.stillOpen(told);
      if (user === null || open.length === 0) return this.gathering.put(manager, ids, null);
      const later = this.people.laterThan(user, now);
      const digestId = later === null ? await this.begin(manager, userId, now) : null;
      if (digestId === null) return this.gathering.postpone(manager, ids, later ?? this.people.next(user, now));
      await this.gathering.put(manager, ids, digestId);
      await this.sendings.add(manager, this.people.sendingsOf(user, digestId, now));
    });
  }

  /** Null when that person has had the digest of the day. */
  private async begin(manager: EntityManager, userId: number, now: Date): Promise<number | null> {
    const id = this.people.nextId();
    const result: { affectedRows: number } = await manager.query(
      'INSERT IGNORE INTO deadlines_digest (id, user_id, day, composed_at) VALUES (?, ?, ?, ?)',
      [id, userId, localDate(now.toISOString()), now],
    );
    return result.affectedRows === 1 ? id : null;
  }
}
