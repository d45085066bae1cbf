import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { DataSource } from 'typeorm';
import { BundleStore } from '../definitions/bundle.store.js';
import type { InstanceRow, RootRow, TaskRow } from '../instances/case.rows.js';
import type { QuerySource } from '../instances/query.source.js';

/** A case as far as 撤销 asks: its open tasks, with the definitions that they belong to. */
export interface CancelStanding {
  readonly root: Pick<RootRow, 'id' | 'status'>;
  readonly tasks: readonly Pick<TaskRow, 'instanceId' | 'state'>[];
  readonly instances: readonly Pick<InstanceRow, 'id' | 'bundleHash'>[];
}

export type CancelObstacle = 'ended' | 'not-initiator' | 'acted-on' | 'not-allowed';

/** Kinds of history rows by which somebody has worked on the case. */
const WORK: readonly string[] = ['acted', 'voted', 'sent', 'returned'];

/** 撤销: who began a case may take it back while nobody else has acted and every open step allows it. */
@Injectable()
export class CancelRule {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bundles: BundleStore,
  ) {}

  /** What stands in the way; null when the caller may cancel. */
  async obstacle(
    caller: Caller,
    standing: CancelStanding,
    source: QuerySource = this.dataSource,
  ): Promise<CancelObstacle | null> {
    if (standing.root.status !== 'open') return 'ended';
    if (!(await this.isInitiator(caller, standing.root.id, source))) return 'not-initiator';
    if (await hasOthers(standing.root.id, caller.userId, source)) return 'acted-on';
    for (const task of standing.tasks) {
      if (!(await this.isAllowed(standing, task, source))) return 'not-allowed';
    }
    return null;
  }

  private async isAllowed(
    { instances }: CancelStanding,
    { instanceId, state }: CancelStanding['tasks'][number],
    source: QuerySource,
  ): Promise<boolean> {
    const hash = instances.find(({ id }) => id === instanceId)?.bundleHash ?? '';
    const { compiled } = await this.bundles.byHash(hash, source);
    return compiled.states.get(state)?.task?.allow.includes('cancel') ?? false;
  }

  async isInitiator({ userId }: Caller, rootId: number, source: QuerySource = this.dataSource): Promise<boolean> {
    const rows: { actor: number | null }[] = await source.query(
      "SELECT actor_user_id AS actor FROM engine_history WHERE root_id = ? AND kind = 'started' ORDER BY seq LIMIT 1",
      [rootId],
    );
    return Number(rows[0]?.actor ?? 0) === userId;
  }
}

async function hasOthers(rootId: number, initiator: number, source: QuerySource): Promise<boolean> {
  const rows: unknown[] = await source.query(
    'SELECT 1 FROM engine_history WHERE root_id = ? AND kind IN (?) AND actor_user_id <> ? LIMIT 1',
    [rootId, WORK, initiator],
  );
  return rows.length > 0;
}
