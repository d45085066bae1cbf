import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory } from '#libs/identity';
import { UserError } from '#libs/platform';
import { DataSource } from 'typeorm';
import { SignerCheck } from './signer.check.js';
import { SigningDesk } from './signing.desk.js';
import { HandOverForbiddenError, SignerRefusedError } from './signing.error.js';

export interface HandOverAllRequest {
  readonly caller: Caller;
  /** Who leaves. */
  readonly from: number;
  /** Who takes over. */
  readonly to: number;
  readonly comment: string;
  readonly receivedAt?: Date;
}

/** What became of one task. */
export interface HandOverResult {
  readonly taskId: number;
  readonly title: string;
  readonly caseTitle: string;
  readonly ok: boolean;
  /** Stable code and text where it was refused; the others go on. */
  readonly code: string | null;
  readonly message: string | null;
}

type NamedTask = Pick<HandOverResult, 'taskId' | 'title' | 'caseTitle'>;

/** 离职转办: all tasks that stand in one person's name go to another; each is a command of its own, with its own result. */
@Injectable()
export class HandOverAllCommand {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly desk: SigningDesk,
    private readonly check: SignerCheck,
  ) {}

  async execute(request: HandOverAllRequest): Promise<readonly HandOverResult[]> {
    const { caller, from, to } = request;
    const leaving = this.directory.user(from);
    if (!leaving || leaving.organisationId !== caller.organisationId) throw new HandOverForbiddenError();
    if (from === to) throw new SignerRefusedError('oneself', leaving.name);
    const results: HandOverResult[] = [];
    for (const task of await this.tasksOf(from)) results.push({ ...task, ...(await this.handOver(request, task)) });
    return results;
  }

  private async handOver(
    { caller, from, to, comment, receivedAt }: HandOverAllRequest,
    { taskId }: NamedTask,
  ): Promise<Pick<HandOverResult, 'ok' | 'code' | 'message'>> {
    try {
      await this.desk.operate(
        { caller, taskId, comment, ...(receivedAt && { receivedAt }) },
        {
          word: 'transfer',
          event: 'hand-over',
          seatOf: from,
          build: async (desk) => ({ op: 'transfer', seat: desk.seat.id, to: await this.check.successor(desk, to) }),
        },
      );
      return { ok: true, code: null, message: null };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { ok: false, code: error.code, message: error.text.zh };
    }
  }

  /** Those whose turn it is by index; those that wait for their turn are rare and found in the rounds themselves. */
  private async tasksOf(userId: number): Promise<readonly NamedTask[]> {
    const rows: { id: number; title: string; case_title: string }[] = await this.dataSource.query(
      `SELECT t.id, t.title, r.title AS case_title FROM (
         SELECT task_id AS id FROM engine_task_candidate WHERE user_id = ? AND is_open = 1
         UNION SELECT id FROM engine_task WHERE status = 'open' AND round IS NOT NULL AND round LIKE ?) o
       JOIN engine_task t ON t.id = o.id JOIN engine_root r ON r.id = t.root_id ORDER BY t.id`,
      [userId, `%"userId":${userId},%`],
    );
    return rows.map(({ id, title, case_title: caseTitle }) => ({ taskId: Number(id), title, caseTitle }));
  }
}
