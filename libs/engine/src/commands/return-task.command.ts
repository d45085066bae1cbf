import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { DataSource } from 'typeorm';
import { actorOf } from '../authority/caller.scope.js';
import { TaskGate } from '../authority/task.gate.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { Candidate, TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import type { QuerySource } from '../instances/query.source.js';
import { Stepper } from '../steps/stepper.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { StaleTaskError } from './command.error.js';
import { resultOf } from './command.result.js';
import { CommandRunner, type IdempotencyRequest } from './command.runner.js';
import { OperationNotAllowedError, ReturnTargetError } from './operation.error.js';

export interface ReturnRequest {
  readonly caller: Caller;
  readonly taskId: number;
  readonly taskVersion: number | null;
  /** State of an earlier task in the same region. */
  readonly to: string;
  readonly comment: string;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** An earlier step to which a task may go back, and who did it. */
export interface ReturnTarget {
  readonly state: string;
  readonly title: string;
  readonly candidate: Candidate;
}

interface DoneRow {
  readonly state: string;
  readonly title: string;
  /** Whose it was: of 代理, the principal. */
  readonly closed_by: number;
  readonly closed_for: number;
}

/** 退回: sends the work back to an earlier step of the same region, to the person who did it. */
@Injectable()
export class ReturnTaskCommand {
  constructor(
    private readonly dataSource: DataSource,
    private readonly runner: CommandRunner,
    private readonly locator: TaskLocator,
    private readonly bundles: BundleStore,
    private readonly gate: TaskGate,
    private readonly stepper: Stepper,
  ) {}

  async execute(request: ReturnRequest): Promise<CommandResult> {
    const rootId = await this.locator.rootOf(request.taskId);
    const frame = { rootId, actor: actorOf(request.caller), idempotency: request.idempotency };
    return this.runner.run({ ...frame, ...(request.receivedAt && { receivedAt: request.receivedAt }) }, (tx) =>
      this.decide(tx, request),
    );
  }

  /** Earlier steps to which the task may be returned, the latest first; none where the definition does not allow it. */
  async targets(
    task: Pick<TaskRow, 'instanceId' | 'state'>,
    bundleHash: string,
    source: QuerySource = this.dataSource,
  ): Promise<readonly ReturnTarget[]> {
    const { compiled } = await this.bundles.byHash(bundleHash, source);
    if (!compiled.states.get(task.state)?.task?.allow.includes('return')) return [];
    const rows: DoneRow[] = await source.query(
      `SELECT state, title, COALESCE(closed_on_behalf_of, closed_by) AS closed_by, closed_for FROM engine_task
       WHERE instance_id = ? AND status = 'done' AND closed_by IS NOT NULL ORDER BY closed_seq DESC`,
      [task.instanceId],
    );
    const region = compiled.regionOf(task.state);
    const earlier = rows.filter((row) => row.state !== task.state && compiled.regionOf(row.state) === region);
    const latest = new Map(earlier.toReversed().map((row) => [row.state, row]));
    return [...latest.values()].toReversed().map((row) => ({
      state: row.state,
      title: row.title,
      candidate: {
        organisationId: Number(row.closed_for),
        role: compiled.states.get(row.state)?.task?.assignee.role ?? '',
        userId: Number(row.closed_by),
      },
    }));
  }

  private async decide(tx: CaseTransaction, request: ReturnRequest): Promise<CommandResult> {
    const task = tx.tasks.get(request.taskId) ?? (await this.locator.refuseClosed(tx, request.caller, request.taskId));
    await this.gate.assertMayAct(tx, request.caller, task);
    if (request.taskVersion !== null && request.taskVersion !== task.version) {
      throw new StaleTaskError(task.id, request.taskVersion, task.version);
    }
    const target = await this.targetOf(tx, task, request.to);
    const outcome = await this.stepper.run(tx, {
      instanceId: task.instanceId,
      event: { kind: 'goto', state: target.state },
      kind: 'returned',
      at: tx.advance(tx.frame.receivedAt),
      actor: tx.frame.actor,
      taskId: task.id,
      payload: {},
      facts: { state: task.state, to: target.state, comment: request.comment },
      assign: { state: target.state, candidate: target.candidate },
    });
    this.locator.learn(tx);
    return resultOf(tx, task.instanceId, outcome.active);
  }

  private async targetOf(tx: CaseTransaction, task: TaskRow, to: string): Promise<ReturnTarget> {
    const targets = await this.targets(task, tx.instances.get(task.instanceId)?.bundleHash ?? '', tx.manager);
    if (targets.length === 0) throw new OperationNotAllowedError('退回', task.title);
    const target = targets.find(({ state }) => state === to);
    if (!target)
      throw new ReturnTargetError(
        to,
        targets.map(({ state }) => state),
      );
    return target;
  }
}
