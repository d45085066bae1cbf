import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, type UserRecord } from '#libs/identity';
import { MailConfig, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { CalendarLink } from './calendar-link.entity.js';
import { NoCalendarError } from './calendar-link.error.js';
import type { CalendarLinkView, NewCalendarLinkView } from './calendar-link.view.js';

const TOKEN_BYTES = 32;
/** 32 bytes in base64url, and what calendar programs want to see at the end. */
const FILE = /^([\w-]{43})\.ics$/;
const HOUR_MS = 3_600_000;

/** Makes, shows and revokes a person's private link, and says whose a token is. */
@Injectable()
export class CalendarLinkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly mail: MailConfig,
    private readonly clock: SystemClock,
  ) {}

  async read(userId: number): Promise<CalendarLinkView> {
    const link = await this.links.findOneBy({ userId });
    return { createdAt: link?.createdAt.toISOString() ?? null, usedAt: link?.usedAt?.toISOString() ?? null };
  }

  /** The one before is revoked by it. */
  async make(userId: number): Promise<NewCalendarLinkView> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const createdAt = this.clock.now();
    await this.links.upsert({ userId, tokenHash: hashOf(token), createdAt, usedAt: null }, ['userId']);
    const address = new URL(`/api/calendar/${token}.ics`, this.mail.publicUrl).href;
    return { address, createdAt: createdAt.toISOString(), usedAt: null };
  }

  async revoke(userId: number): Promise<void> {
    await this.links.delete({ userId });
  }

  /** Unknown, revoked and of a person who may not log in any more: all the same. */
  async ownerOf(file: string): Promise<UserRecord> {
    const token = FILE.exec(file)?.[1];
    const link = token === undefined ? null : await this.links.findOneBy({ tokenHash: hashOf(token) });
    const user = link === null ? null : this.directory.user(Number(link.userId));
    if (link === null || user?.status !== 'active') throw new NoCalendarError();
    await this.noteUse(link);
    return user;
  }

  /** Programs come every few minutes; the hour is enough to see that one does. */
  private async noteUse({ userId, usedAt }: CalendarLink): Promise<void> {
    const now = this.clock.now();
    if (usedAt !== null && now.getTime() - usedAt.getTime() < HOUR_MS) return;
    await this.links.update({ userId }, { usedAt: now });
  }

  private get links() {
    return this.dataSource.getRepository(CalendarLink);
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
