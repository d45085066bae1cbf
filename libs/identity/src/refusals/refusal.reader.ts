import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource } from 'typeorm';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import type { RefusalView } from './refusal.view.js';

export interface RefusalQuery {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly userId?: number | undefined;
}

interface RefusalRow extends Omit<RefusalView, 'userName'> {
  readonly id: number;
}

/** The record of refusals, the latest first. */
@Injectable()
export class RefusalReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
  ) {}

  async read({ limit, after, userId }: RefusalQuery): Promise<Page<RefusalView>> {
    const [at, id] = after ? decodeCursor(after, 2) : ['9999-12-31T00:00:00.000Z', Number.MAX_SAFE_INTEGER];
    const rows: RefusalRow[] = await this.dataSource.query(
      `SELECT id, at, user_id AS userId, method, path, status, code, detail, ip FROM identity_refusal
       WHERE (at, id) < (?, ?) AND (? IS NULL OR user_id = ?) ORDER BY at DESC, id DESC LIMIT ?`,
      [new Date(at ?? 0), id, userId ?? null, userId ?? null, limit + 1],
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.at.toISOString(), Number(row.id)]);
    return { items: items.map((row) => this.view(row)), next };
  }

  private view({ id: _id, userId, ...row }: RefusalRow): RefusalView {
    const user = userId === null ? null : this.directory.user(Number(userId));
    return { ...row, userId: userId === null ? null : Number(userId), userName: user?.name ?? null };
  }
}
