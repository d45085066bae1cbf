import { Injectable } from '@nestjs/common';
import { type Caller, may, OrganisationDirectory } from '#libs/identity';
import { BusinessClock, IdAllocator, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { Visibility } from '../visibility.js';
import { parseRecusal, type Recusal, RECUSAL_COLUMNS, type RecusalRow, type RecusalSubject } from './recusal.js';
import {
  NotTheirRecusalError,
  OwnRecusalError,
  RecusalLiftedError,
  RecusalSubjectError,
  UnknownRecusalError,
} from './recusal.error.js';

/** What is declared. */
export interface RecusalRequest {
  /** The caller, when unset. */
  readonly userId?: number | undefined;
  readonly subjectKind: RecusalSubject;
  readonly subjectId: number;
  readonly reason: string;
}

const MANAGE = 'recusals.manage';
const SHOWN = 200;

/** 回避申报: one's own, or of somebody in the organisation whose recusals one manages. */
@Injectable()
export class RecusalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: IdAllocator,
    private readonly business: BusinessClock,
    private readonly system: SystemClock,
    private readonly directory: OrganisationDirectory,
    private readonly visibility: Visibility,
  ) {}

  async declare(caller: Caller, request: RecusalRequest): Promise<Recusal> {
    const userId = request.userId ?? caller.userId;
    if (userId !== caller.userId && !this.manages(caller, userId)) throw new NotTheirRecusalError();
    const { subjectKind, subjectId, reason } = request;
    if (!(await this.exists(caller, subjectKind, subjectId))) throw new RecusalSubjectError(subjectKind, subjectId);
    await this.ids.ensure();
    const id = this.ids.next();
    await this.dataSource.query(
      `INSERT INTO engine_recusal (id, user_id, subject_kind, subject_id, reason, declared_by, declared_at, recorded_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, userId, subjectKind, subjectId, reason, caller.userId, this.business.now(), this.system.now()],
    );
    return this.read(id);
  }

  /** A second person decides: whoever has the conflict cannot end it. */
  async lift(caller: Caller, id: number, because: string): Promise<Recusal> {
    const recusal = await this.one(caller, id);
    if (recusal.userId === caller.userId) throw new OwnRecusalError();
    if (!this.manages(caller, recusal.userId)) throw new NotTheirRecusalError();
    const { affectedRows } = await this.dataSource.query<{ affectedRows: number }>(
      `UPDATE engine_recusal SET lifted_by = ?, lifted_at = ?, lifted_because = ? WHERE id = ? AND lifted_at IS NULL`,
      [caller.userId, this.business.now(), because, id],
    );
    if (affectedRows === 0) throw new RecusalLiftedError(id);
    return this.read(id);
  }

  async one(caller: Caller, id: number): Promise<Recusal> {
    const recusal = await this.read(id);
    if (recusal.userId !== caller.userId && !this.manages(caller, recusal.userId)) throw new UnknownRecusalError(id);
    return recusal;
  }

  /** One's own, and those of the organisation for whoever manages them; the latest first. */
  async list(caller: Caller): Promise<readonly Recusal[]> {
    const people = may(caller, MANAGE)
      ? this.directory.usersOf(caller.organisationId).map(({ id }) => id)
      : [caller.userId];
    const rows: RecusalRow[] = await this.dataSource.query(
      `SELECT ${RECUSAL_COLUMNS} FROM engine_recusal WHERE user_id IN (?) ORDER BY declared_at DESC, id DESC LIMIT ?`,
      [people, SHOWN],
    );
    return rows.map(parseRecusal);
  }

  private manages(caller: Caller, userId: number): boolean {
    return may(caller, MANAGE) && this.directory.user(userId)?.organisationId === caller.organisationId;
  }

  private async exists(caller: Caller, kind: RecusalSubject, id: number): Promise<boolean> {
    if (kind === 'case') return this.visibility.maySee(caller, id);
    return kind === 'organisation' ? this.directory.byId(id) !== null : this.directory.user(id) !== null;
  }

  private async read(id: number): Promise<Recusal> {
    const rows: RecusalRow[] = await this.dataSource.query(
      `SELECT ${RECUSAL_COLUMNS} FROM engine_recusal WHERE id = ?`,
      [id],
    );
    const row = rows[0];
    if (!row) throw new UnknownRecusalError(id);
    return parseRecusal(row);
  }
}
