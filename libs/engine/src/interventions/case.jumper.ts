import { Injectable } from '@nestjs/common';
import { activeStates } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { InstanceRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { Stepper } from '../steps/stepper.js';
import { CaseStandingError, JumpRefusedError, WishIncompleteError } from './intervention.error.js';
import { type Intervener, type Intervention, type InterventionWish, factsOf } from './intervention.js';
import { obstacleOnTheWay } from './jump.way.js';

/** 跳转: sends an instance to any state; never past a period that the law sets or a step that keeps duties apart. */
@Injectable()
export class CaseJumper implements Intervener {
  readonly kinds = ['jump'] as const;

  constructor(
    private readonly bundles: BundleStore,
    private readonly stepper: Stepper,
  ) {}

  async check(tx: CaseTransaction, { wanted }: Pick<Intervention, 'wanted'>): Promise<void> {
    if (tx.root.status !== 'open') throw new CaseStandingError('ended');
    const { instance, bundle, state } = await this.target(tx, wanted);
    if (!instance.snapshot || !bundle.compiled.states.has(state)) throw new JumpRefusedError('unknown-state', state);
    const region = bundle.compiled.regionOf(state);
    const from = activeStates(bundle.compiled, instance.snapshot).filter(
      (active) => bundle.compiled.regionOf(active) === region,
    );
    const visited = await this.visited(tx, instance.id);
    if (visited.has(state)) return;
    const obstacle = obstacleOnTheWay(bundle, from, state);
    if (obstacle) throw new JumpRefusedError(obstacle.kind, state, obstacle.law);
  }

  async apply(tx: CaseTransaction, intervention: Intervention): Promise<number> {
    const { instance, state } = await this.target(tx, intervention.wanted);
    await this.stepper.run(tx, {
      instanceId: instance.id,
      event: { kind: 'goto', state },
      kind: 'jumped',
      at: tx.advance(tx.frame.receivedAt),
      actor: tx.frame.actor,
      taskId: null,
      payload: {},
      facts: { ...factsOf(intervention), to: state },
    });
    return instance.id;
  }

  private async target(
    tx: CaseTransaction,
    { instance: id, state }: InterventionWish,
  ): Promise<{ readonly instance: InstanceRow; readonly bundle: Bundle; readonly state: string }> {
    if (!state) throw new WishIncompleteError('state');
    const all = [...tx.instances.values()];
    const instance = all.find((row) => (id === undefined ? row.parentId === null : row.id === id));
    if (!instance) throw new JumpRefusedError('unknown-state', state);
    return { instance, bundle: await this.bundles.byHash(instance.bundleHash, tx.manager), state };
  }

  /** States in which somebody has already worked: going back passes by nothing. */
  private async visited(tx: CaseTransaction, instanceId: number): Promise<ReadonlySet<string>> {
    const rows: { state: string }[] = await tx.manager.query(
      'SELECT DISTINCT state FROM engine_task WHERE instance_id = ?',
      [instanceId],
    );
    return new Set(rows.map(({ state }) => state));
  }
}
