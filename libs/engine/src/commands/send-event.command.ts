import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { activeStates, type JsonObject, type TransitionSpec } from '#libs/kernel';
import { NotYourTaskError } from '../authority/authority.error.js';
import { actorOf, holds } from '../authority/caller.scope.js';
import { RelationSource } from '../authority/relation.source.js';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { openTransitions } from '../explain/option.reader.js';
import type { InstanceRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { InstanceLocator } from '../instances/instance.locator.js';
import { readJson } from '../instances/json.column.js';
import { Stepper } from '../steps/stepper.js';
import { NotVisibleError, UnknownEventError } from './command.error.js';
import { resultOf } from './command.result.js';
import { CommandRunner, type IdempotencyRequest } from './command.runner.js';
import { FormCheck } from './form.check.js';
import { OnceBook } from './once.book.js';
import { type Declared, declaredFor, eventsOf } from './transition.lookup.js';

export interface SendEventRequest {
  readonly caller: Caller;
  readonly instanceId: number;
  readonly event: string;
  readonly payload: JsonObject;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/**
 * An event that a definition lets somebody send without a task (`by`), e.g. a supplier's response.
 * The transition alone decides who may: senders need not be able to see the case.
 */
@Injectable()
export class SendEventCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly instances: InstanceLocator,
    private readonly bundles: BundleStore,
    private readonly relations: RelationSource,
    private readonly forms: FormCheck,
    private readonly stepper: Stepper,
  ) {}

  async execute(request: SendEventRequest): Promise<CommandResult> {
    const rootId = await this.instances.rootOf(request.instanceId);
    const frame = { rootId, actor: actorOf(request.caller), idempotency: request.idempotency };
    return this.runner.run({ ...frame, ...(request.receivedAt && { receivedAt: request.receivedAt }) }, (tx) =>
      this.decide(tx, request),
    );
  }

  private async decide(tx: CaseTransaction, request: SendEventRequest): Promise<CommandResult> {
    const instance = tx.instances.get(request.instanceId);
    if (!instance?.snapshot) throw new NotVisibleError('instance', request.instanceId);
    const bundle = await this.bundles.byHash(instance.bundleHash, tx.manager);
    const { state, transition } = await this.allowed(tx, instance, bundle, request);
    const payload = await this.forms.check(tx, bundle, { form: transition.form, payload: request.payload });
    if (transition.once) {
      const task = { instanceId: instance.id, state, entry: 0 };
      await OnceBook.take(tx, { task, event: request.event, userId: request.caller.userId });
    }
    const outcome = await this.stepper.run(tx, {
      instanceId: instance.id,
      event: { kind: 'event', name: request.event, ...(state !== '' && { to: state }) },
      kind: 'sent',
      at: tx.advance(tx.frame.receivedAt),
      actor: tx.frame.actor,
      taskId: null,
      payload,
      facts: { state },
    });
    return resultOf(tx, instance.id, outcome.active);
  }

  private async allowed(
    tx: CaseTransaction,
    instance: InstanceRow,
    bundle: Bundle,
    request: SendEventRequest,
  ): Promise<Declared> {
    const active = instance.snapshot ? activeStates(bundle.compiled, instance.snapshot) : [];
    const declared = active.flatMap((state) => declaredFor(bundle.compiled, state, request.event));
    const open = declared.filter(({ transition }) => transition.by !== undefined);
    for (const candidate of open) if (await this.maySend(tx, request.caller, candidate.transition)) return candidate;
    await this.assertMayKnow(tx, { instance, bundle }, request.caller);
    if (open.length === 0)
      throw new UnknownEventError(
        request.event,
        active.flatMap((state) => eventsOf(bundle.compiled, state)),
      );
    throw new NotYourTaskError(request.event, open.map(({ transition }) => transition.by?.role ?? '').join('、'));
  }

  private async maySend(tx: CaseTransaction, caller: Caller, { by }: Pick<TransitionSpec, 'by'>): Promise<boolean> {
    return by !== undefined && holds(caller, by, await this.relations.organisations(tx, by.organisation));
  }

  /**
   * Whoever may send something here, or might have before, is told why not now: a response that comes too late is late,
   * not lost. To all others an instance that they do not see is not there.
   */
  private async assertMayKnow(
    tx: CaseTransaction,
    { instance, bundle }: { readonly instance: InstanceRow; readonly bundle: Bundle },
    caller: Caller,
  ): Promise<void> {
    for (const { transition } of openTransitions(bundle, await visited(tx, instance.id)))
      if (await this.maySend(tx, caller, transition)) return;
    this.instances.assertSeen(tx, caller, instance.id);
  }
}

/** Every state in which the instance has been, and is. */
async function visited(tx: CaseTransaction, instanceId: number): Promise<readonly string[]> {
  const rows: { entered: unknown }[] = await tx.manager.query(
    `SELECT JSON_EXTRACT(facts, '$.entered') AS entered FROM engine_history
     WHERE root_id = ? AND instance_id = ? AND JSON_EXTRACT(facts, '$.entered') IS NOT NULL`,
    [tx.root.id, instanceId],
  );
  return [...new Set(rows.flatMap(({ entered }) => readJson<string[]>(entered)))];
}
