import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { BusinessClock, IdAllocator } from '#libs/platform';
import { DataSource } from 'typeorm';
import { actorOf } from '../authority/caller.scope.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { Stepper } from '../steps/stepper.js';
import { resultOf } from './command.result.js';
import { CommandRunner, type IdempotencyRequest } from './command.runner.js';

export interface StartRootRequest {
  readonly caller: Caller;
  readonly process: string;
  readonly kind: string;
  readonly title: string;
  readonly purchaserId: number;
  readonly divisionCode: string;
  /** Variables of the process. */
  readonly input: JsonObject;
  /** What the first state's effects read as `command.payload`. */
  readonly payload: JsonObject;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

const GENESIS = Buffer.alloc(32);

/** 立项: begins a case. Its root row comes first, so that the start runs like every other command. */
@Injectable()
export class StartRootCommand {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: IdAllocator,
    private readonly business: BusinessClock,
    private readonly bundles: BundleStore,
    private readonly runner: CommandRunner,
    private readonly stepper: Stepper,
  ) {}

  async execute(request: StartRootRequest): Promise<CommandResult> {
    const earlier = await this.earlierRoot(request);
    const rootId = earlier ?? (await this.insertRoot(request));
    const frame = { rootId, actor: actorOf(request.caller), idempotency: request.idempotency };
    try {
      return await this.runner.run({ ...frame, ...(request.receivedAt && { receivedAt: request.receivedAt }) }, (tx) =>
        this.start(tx, request),
      );
    } finally {
      // Refused, or another request with the same key was first: the empty row must not stay.
      if (earlier === null) await this.dataSource.query('DELETE FROM engine_root WHERE id = ? AND seq = 0', [rootId]);
    }
  }

  private async start(tx: CaseTransaction, request: StartRootRequest): Promise<CommandResult> {
    const bundle = await this.bundles.currentFor(tx.manager, request.process, request.divisionCode);
    tx.afterCommit.push(() => this.bundles.markStored(bundle.hash));
    const instanceId = tx.nextId();
    tx.instances.set(instanceId, {
      id: instanceId,
      parentId: null,
      parentState: null,
      process: request.process,
      version: bundle.content.version,
      bundleHash: bundle.hash,
      status: 'active',
      snapshot: null,
      output: null,
    });
    tx.parties.set('purchaser', [request.purchaserId]);
    tx.write('INSERT INTO engine_party (root_id, relation, organisation_id) VALUES (?, ?, ?)', [
      tx.root.id,
      'purchaser',
      request.purchaserId,
    ]);
    const outcome = await this.stepper.run(tx, {
      instanceId,
      event: { kind: 'start', input: request.input },
      kind: 'started',
      at: tx.advance(tx.frame.receivedAt),
      actor: tx.frame.actor,
      taskId: null,
      payload: request.payload,
      facts: {},
    });
    return resultOf(tx, instanceId, outcome.active);
  }

  private async insertRoot(request: StartRootRequest): Promise<number> {
    await this.ids.ensure();
    const id = this.ids.next();
    const at = request.receivedAt ?? this.business.now();
    await this.dataSource.query(
      `INSERT INTO engine_root (id, kind, process, title, division_code, purchaser_id, status, business_at, seq, chain_head, created_at,
         started_by) VALUES (?, ?, ?, ?, ?, ?, 'open', ?, 0, ?, ?, ?)`,
      [
        id,
        request.kind,
        request.process,
        request.title,
        request.divisionCode,
        request.purchaserId,
        at,
        GENESIS,
        at,
        request.caller.userId,
      ],
    );
    return id;
  }

  /** The root that an earlier request with the same key began. */
  private async earlierRoot({ caller, idempotency }: StartRootRequest): Promise<number | null> {
    if (!idempotency) return null;
    const rows: { root_id: number | null }[] = await this.dataSource.query(
      "SELECT JSON_VALUE(result, '$.rootId') AS root_id FROM engine_idempotency WHERE user_id = ? AND idempotency_key = ?",
      [caller.userId, idempotency.key],
    );
    const found = rows[0]?.root_id ?? null;
    return found === null ? null : Number(found);
  }
}
