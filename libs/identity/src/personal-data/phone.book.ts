import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UserNumbers } from './user.numbers.js';

/** Telephone numbers for the machine that sends messages; people see them by `UserUnmasker`, with a reason. */
@Injectable()
export class PhoneBook {
  constructor(
    private readonly dataSource: DataSource,
    private readonly numbers: UserNumbers,
  ) {}

  /** In the clear; null where none is known. */
  async phoneOf(userId: number): Promise<string | null> {
    const rows: { sealed: string | null }[] = await this.dataSource.query(
      'SELECT sealed_phone AS sealed FROM identity_user WHERE id = ?',
      [userId],
    );
    return this.numbers.open('phone', rows[0]?.sealed ?? null);
  }

  /** Which of these people have a number. */
  async having(userIds: readonly number[]): Promise<ReadonlySet<number>> {
    if (userIds.length === 0) return new Set();
    const rows: { id: number }[] = await this.dataSource.query(
      'SELECT id FROM identity_user WHERE id IN (?) AND sealed_phone IS NOT NULL',
      [userIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
