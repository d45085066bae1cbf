import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory } from '#libs/identity';
import { applyToRound, type JsonObject, type RoundOperation, type Seat, type TaskOperation } from '#libs/kernel';
import { actorOf, isCandidate } from '../authority/caller.scope.js';
import { TaskGate } from '../authority/task.gate.js';
import { CommandRunner, type IdempotencyRequest } from '../commands/command.runner.js';
import { OperationNotAllowedError } from '../commands/operation.error.js';
import { TaskConcluder } from '../commands/task.concluder.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { decidedAct } from './decided.act.js';
import { openSeatOf, roundOf, type Signer, signerFor, storeRound } from './round.keeper.js';
import { RoundRefusedError } from './signing.error.js';
import type { HeldAct, StoredRound } from './stored.round.js';

/** What every operation on the people of a task needs. */
export interface SeatRequest {
  readonly caller: Caller;
  readonly taskId: number;
  readonly comment: string;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** One way of changing who signs. */
export interface SeatOperation {
  /** Word under `allow` in the definition. */
  readonly word: TaskOperation;
  /** Name in the history. */
  readonly event: string;
  readonly build: (desk: OpenDesk) => RoundOperation | Promise<RoundOperation>;
  /** What the caller sent and that takes effect later. */
  readonly hold?: (desk: OpenDesk) => Promise<HeldAct>;
  /** Whether those may do it too whose turn it is not now. */
  readonly anySeat?: boolean;
  /** Whose seat it is when an administrator operates; whether the caller may do that was asked before. */
  readonly seatOf?: number;
}

/** The open task with the round as it stands and the caller's seat in it. */
export interface OpenDesk {
  readonly tx: CaseTransaction;
  readonly task: TaskRow;
  readonly stored: StoredRound;
  readonly seat: Seat;
  /** Whose seat it is. */
  readonly signer: Signer;
}

/** Changes the people on a task: allowed by its definition, by somebody of the round, in one transaction. */
@Injectable()
export class SigningDesk {
  constructor(
    private readonly runner: CommandRunner,
    private readonly locator: TaskLocator,
    private readonly bundles: BundleStore,
    private readonly gate: TaskGate,
    private readonly concluder: TaskConcluder,
    private readonly directory: OrganisationDirectory,
  ) {}

  async operate(request: SeatRequest, operation: SeatOperation): Promise<CommandResult> {
    const rootId = await this.locator.rootOf(request.taskId);
    const frame = { rootId, actor: actorOf(request.caller), idempotency: request.idempotency };
    return this.runner.run({ ...frame, ...(request.receivedAt && { receivedAt: request.receivedAt }) }, async (tx) =>
      this.apply(await this.open(tx, request, operation), request, operation),
    );
  }

  private async open(tx: CaseTransaction, request: SeatRequest, operation: SeatOperation): Promise<OpenDesk> {
    const { caller, taskId } = request;
    const task = tx.tasks.get(taskId) ?? (await this.locator.refuseClosed(tx, caller, taskId));
    const instance = tx.instances.get(task.instanceId);
    const { compiled } = await this.bundles.byHash(instance?.bundleHash ?? '', tx.manager);
    const spec = compiled.states.get(task.state)?.task;
    if (!spec?.allow.includes(operation.word)) {
      if (!isCandidate(task, caller)) this.locator.assertSeen(tx, caller, taskId);
      throw new OperationNotAllowedError(operation.word, task.title);
    }
    const stored = roundOf(task, spec);
    const found = await this.seat(tx, { task, stored }, { caller, operation });
    if (!found.seat) throw new RoundRefusedError('not-your-turn', task.title);
    return { tx, task, stored, seat: found.seat, signer: found.signer };
  }

  private async seat(
    tx: CaseTransaction,
    { task, stored }: Pick<OpenDesk, 'task' | 'stored'>,
    { caller, operation }: { readonly caller: Caller; readonly operation: SeatOperation },
  ): Promise<{ readonly seat: Seat | undefined; readonly signer: Signer }> {
    const named = operation.seatOf ?? (operation.anySeat ? caller.userId : null);
    const own = named === null ? undefined : memberSeat(stored, named);
    if (own || operation.seatOf !== undefined) return { seat: own, signer: own ? signerOf(own) : caller };
    await this.gate.assertMayAct(tx, caller, task);
    const signer = signerFor(tx, caller, this.directory);
    return { seat: openSeatOf(stored.round, signer), signer };
  }

  private async apply(desk: OpenDesk, request: SeatRequest, operation: SeatOperation): Promise<CommandResult> {
    const { tx, task, stored, seat } = desk;
    const hold = await operation.hold?.(desk);
    const change = await operation.build(desk);
    const outcome = applyToRound(stored.round, change);
    if (!outcome.ok) throw new RoundRefusedError(outcome.refusal, task.title);
    const held = hold ? { ...stored.held, [seat.id]: hold } : stored.held;
    const next = { round: outcome.round, held };
    this.record(desk, request, {
      event: operation.event,
      facts: { ...factsOf(change), ...storeRound(tx, task, next) },
    });
    const last = hold ?? { event: '', payload: {}, comment: null };
    if (outcome.decision === null) return this.concluder.standing(tx, task.instanceId);
    return this.concluder.conclude(tx, task, { ...decidedAct(next, outcome.decision, last), facts: {} });
  }

  private record(desk: OpenDesk, request: SeatRequest, { event, facts }: { event: string; facts: JsonObject }): void {
    const { tx, task, seat } = desk;
    tx.history.push({
      seq: tx.nextSeq(),
      instanceId: task.instanceId,
      kind: 'operated',
      at: tx.advance(tx.frame.receivedAt),
      actor: tx.frame.actor,
      taskId: task.id,
      event,
      facts: { state: task.state, by: seat.id, comment: request.comment, ...facts },
      payload: {},
    });
  }
}

function signerOf({ userId, organisationId, role }: Seat): Signer {
  return { userId, organisationId, roles: [role] };
}

/** The last seat of a person that still stands: one that was taken back stands no more. */
function memberSeat({ round }: StoredRound, user: number): Seat | undefined {
  return round.seats.findLast(({ userId, status }) => userId === user && status !== 'removed');
}

function factsOf(operation: RoundOperation): JsonObject {
  // A round operation is plain data.
  return { operation: { ...operation } as unknown as JsonObject };
}
