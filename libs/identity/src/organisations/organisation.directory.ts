import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { codeAtLevel, type DivisionLevel } from '../divisions/division-level.js';
import { DirectoryIndex } from './directory.index.js';
import { bringUpToDate, readRevision } from './directory.loader.js';
import type { OrganisationRecord, UserRecord } from './directory.records.js';
import { UnknownOrganisationError } from './organisation.error.js';

const POLL_MS = 1000;

/**
 * Organisations and their people, answered from memory because every command asks. A revision in the database tells
 * what changed: other processes see a change within a second, the writing process at once.
 */
@Injectable()
export class OrganisationDirectory implements OnModuleInit, OnModuleDestroy {
  private index = new DirectoryIndex();
  private seen = 0;
  private refreshing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private readonly followers: ((seen: number) => Promise<void>)[] = [];

  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    // A database that is away for a moment leaves the directory as it was; the next round catches up.
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), POLL_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Takes over what was written since; after one's own write, before one answers. */
  async refresh(): Promise<void> {
    const before = this.refreshing.catch(() => undefined);
    this.refreshing = before.then(() => this.catchUp());
    return this.refreshing;
  }

  /**
   * For what else is kept in memory under this revision: called now, and whenever something was written, with the
   * revision from which to catch up; 0 means to forget and read all.
   */
  async follow(follower: (seen: number) => Promise<void>): Promise<void> {
    this.followers.push(follower);
    await follower(0);
  }

  /** Forgets everything and reads again: for tests that empty the tables. */
  async reload(): Promise<void> {
    await this.refreshing.catch(() => undefined);
    this.index = new DirectoryIndex();
    this.seen = 0;
    await this.refresh();
  }

  private async catchUp(): Promise<void> {
    const newest = await readRevision(this.dataSource);
    if (newest === this.seen) return;
    // Going back means that the database was restored: what is in memory may never have been.
    if (newest < this.seen) {
      this.index = new DirectoryIndex();
      this.seen = 0;
    }
    await bringUpToDate(this.dataSource, this.index, this.seen);
    for (const follower of this.followers) await follower(this.seen);
    this.seen = newest;
  }

  byId(id: number): OrganisationRecord | null {
    return this.index.organisation(id);
  }

  get(id: number): OrganisationRecord {
    const organisation = this.byId(id);
    if (!organisation) throw new UnknownOrganisationError(id);
    return organisation;
  }

  byCreditCode(creditCode: string): OrganisationRecord | null {
    return this.index.organisationByCreditCode(creditCode);
  }

  /** Active organisations of that kind in exactly that division. */
  byKindAt(kind: string, divisionCode: string): OrganisationRecord[] {
    return this.index.organisationsAt(kind, divisionCode);
  }

  /** Active organisations of that kind, wherever they are. */
  byKind(kind: string): OrganisationRecord[] {
    return this.index.organisationsOfKind(kind);
  }

  /** The organisation of the same kind at that level above (or of) one's own division. */
  superiorOf(organisationId: number, level: DivisionLevel): OrganisationRecord | null {
    const organisation = this.get(organisationId);
    const code = codeAtLevel(organisation.divisionCode, level);
    return code === null ? null : (this.byKindAt(organisation.kind, code)[0] ?? null);
  }

  /** Active users who have that role in that organisation: who may act, and who is told. */
  members(organisationId: number, role: string): UserRecord[] {
    return this.usersOf(organisationId).filter((user) => user.status === 'active' && user.roles.includes(role));
  }

  usersOf(organisationId: number): UserRecord[] {
    return this.index.usersOf(organisationId);
  }

  user(id: number): UserRecord | null {
    return this.index.user(id);
  }

  byLogin(login: string): UserRecord | null {
    return this.index.userByLogin(login);
  }
}
