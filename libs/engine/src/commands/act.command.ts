import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { fieldRights, type JsonObject } from '#libs/kernel';
import { actorOf } from '../authority/caller.scope.js';
import { TaskGate } from '../authority/task.gate.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { type LateEntry, noteLateEntry } from '../outside-decisions/entered-for.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { StaleTaskError, UnknownEventError } from './command.error.js';
import { CommandRunner, type IdempotencyRequest } from './command.runner.js';
import { FormCheck } from './form.check.js';
import { OnceBook } from './once.book.js';
import { TaskConcluder } from './task.concluder.js';
import { declaredFor, eventsOf } from './transition.lookup.js';

export interface ActRequest {
  readonly caller: Caller;
  readonly taskId: number;
  readonly event: string;
  /** Version of the task that the caller saw; null takes whatever stands (internal callers only). */
  readonly taskVersion: number | null;
  readonly payload: JsonObject;
  readonly comment?: string | undefined;
  /** 补录, where the definition allows it. */
  readonly lateEntry?: LateEntry | undefined;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** 办理: a person acts on a task with one of the events that its state accepts. */
@Injectable()
export class ActCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly locator: TaskLocator,
    private readonly bundles: BundleStore,
    private readonly gate: TaskGate,
    private readonly forms: FormCheck,
    private readonly concluder: TaskConcluder,
  ) {}

  async execute(request: ActRequest): Promise<CommandResult> {
    const rootId = await this.locator.rootOf(request.taskId);
    const frame = { rootId, actor: actorOf(request.caller), idempotency: request.idempotency };
    return this.runner.run({ ...frame, ...(request.receivedAt && { receivedAt: request.receivedAt }) }, (tx) =>
      this.decide(tx, request),
    );
  }

  private async decide(tx: CaseTransaction, request: ActRequest): Promise<CommandResult> {
    const { caller, event } = request;
    const task = tx.tasks.get(request.taskId) ?? (await this.locator.refuseClosed(tx, caller, request.taskId));
    await this.gate.assertMayAct(tx, caller, task);
    if (request.taskVersion !== null && request.taskVersion !== task.version) {
      throw new StaleTaskError(task.id, request.taskVersion, task.version);
    }
    if (request.lateEntry) await this.enterLate(tx, task, request.lateEntry);
    const { once, payload } = await this.checkEvent(tx, task, request);
    const act = { event, payload, comment: request.comment ?? null };
    return this.concluder.settle(
      tx,
      { ...act, task, signer: this.concluder.signerOf(tx, caller) },
      once ? { once: true } : {},
    );
  }

  private async enterLate(tx: CaseTransaction, task: TaskRow, late: LateEntry): Promise<void> {
    const spec = await this.concluder.specOf(tx, task);
    noteLateEntry(tx, { title: task.title, allow: spec?.allow ?? [] }, late);
    await this.forms.bindDocument(tx, late.document);
  }

  /** The event must be declared for the task's people, its form complete, and sent once where it is taken once. */
  private async checkEvent(
    tx: CaseTransaction,
    task: TaskRow,
    request: ActRequest,
  ): Promise<{ readonly once: boolean; readonly payload: JsonObject }> {
    const instance = tx.instances.get(task.instanceId);
    const bundle = await this.bundles.byHash(instance?.bundleHash ?? '', tx.manager);
    const declared = declaredFor(bundle.compiled, task.state, request.event);
    const own = declared.find(({ transition }) => transition.by === undefined);
    if (!own) throw new UnknownEventError(request.event, eventsOf(bundle.compiled, task.state));
    const spec = bundle.compiled.states.get(task.state)?.task;
    const payload = await this.forms.check(tx, bundle, {
      form: this.forms.formOf(own.transition, spec?.form),
      payload: request.payload,
      rights: fieldRights(spec?.fields, this.concluder.signerOf(tx, request.caller).roles),
    });
    if (own.transition.once) await OnceBook.take(tx, { task, event: request.event, userId: request.caller.userId });
    return { once: own.transition.once, payload };
  }
}
