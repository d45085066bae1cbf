import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { SignInTicket } from './sign-in-ticket.entity.js';

/** Long enough to type a second factor. */
const LIFETIME_SECONDS = 300;

/** 登录票据: between the issuer's answer and the tokens. */
@Injectable()
export class SignInTickets {
  readonly seconds = LIFETIME_SECONDS;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
  ) {}

  async issue(userId: number): Promise<string> {
    const ticket = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.dataSource.query('DELETE FROM identity_sign_in_ticket WHERE expires_at < ?', [now]);
    const expiresAt = new Date(now.getTime() + LIFETIME_SECONDS * 1000);
    await this.dataSource.manager.insert(SignInTicket, { ticketHash: hashOf(ticket), userId, expiresAt, usedAt: null });
    return ticket;
  }

  /** The user, once; null for what is unknown, too old or taken. */
  async take(ticket: string): Promise<number | null> {
    const now = this.clock.now();
    const ticketHash = hashOf(ticket);
    const { affectedRows }: { affectedRows: number } = await this.dataSource.query(
      'UPDATE identity_sign_in_ticket SET used_at = ? WHERE ticket_hash = ? AND used_at IS NULL AND expires_at > ?',
      [now, ticketHash, now],
    );
    if (affectedRows !== 1) return null;
    const row = await this.dataSource.manager.findOneByOrFail(SignInTicket, { ticketHash });
    return Number(row.userId);
  }

  /** The second factor was missing or wrong: the same browser may try again. */
  async giveBack(ticket: string): Promise<void> {
    await this.dataSource.query('UPDATE identity_sign_in_ticket SET used_at = NULL WHERE ticket_hash = ?', [
      hashOf(ticket),
    ]);
  }
}

function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex');
}
