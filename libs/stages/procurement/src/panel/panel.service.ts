import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '#libs/engine';
import type { EffectContext } from '#libs/engine';
import { OrganisationDirectory } from '#libs/identity';
import { drawOrder } from './draw-order.js';
import { NotOnPanelError, PoolTooSmallError } from './panel.error.js';
import { type MemberStatus, PanelMemberEntity } from './panel-member.entity.js';

/** Where the experts come from: everybody with that role in the organisations of that relation. */
export interface ExpertPool {
  readonly relation: string;
  readonly role: string;
}

export interface Draw extends ExpertPool {
  readonly count: number;
  readonly recordNumber: string;
}

/** The panel of one procurement: drawn, declared, replaced. */
@Injectable()
export class PanelService {
  constructor(private readonly directory: OrganisationDirectory) {}

  async draw(context: EffectContext, draw: Draw): Promise<void> {
    const { manager, rootId, instanceId, at } = context;
    const organisations = await context.organisations(draw.relation);
    const pool = organisations.flatMap((id) => this.directory.members(id, draw.role).map((user) => user.id));
    const earlier = await manager.findBy(PanelMemberEntity, { instanceId });
    const left = pool.filter((userId) => earlier.every((member) => member.userId !== userId));
    if (left.length < draw.count) throw new PoolTooSmallError(left.length, draw.count);
    const seed = randomBytes(16).toString('hex');
    const drawn = drawOrder(seed, left).slice(0, draw.count);
    const common = {
      rootId,
      instanceId,
      status: 'drawn' as const,
      drawSeed: seed,
      recordNumber: draw.recordNumber,
      drawnAt: at,
    };
    await manager.insert(
      PanelMemberEntity,
      drawn.map((userId) => ({ id: context.nextId(), userId, ...common })),
    );
    await context.setParties(draw.relation, organisations);
    const staying = earlier.filter(({ status }) => status !== 'replaced').map(({ userId }) => userId);
    await context.setPersons(draw.relation, [...staying, ...drawn]);
  }

  async declare(context: EffectContext, statement: string): Promise<void> {
    await this.settle(context, 'declared', statement);
  }

  /** The member steps back; another is drawn from those who were never drawn. */
  async replace(context: EffectContext, pool: ExpertPool, statement: string): Promise<void> {
    const member = await this.settle(context, 'replaced', statement);
    await this.draw(context, { ...pool, count: 1, recordNumber: member.recordNumber });
  }

  /** The acting member with that status, or a refusal. */
  async acting(context: EffectContext, status: MemberStatus): Promise<PanelMemberEntity> {
    const { userId } = actingPerson(context);
    const member = await context.manager.findOneBy(PanelMemberEntity, {
      instanceId: context.instanceId,
      userId,
      status,
    });
    if (!member) throw new NotOnPanelError();
    return member;
  }

  private async settle(context: EffectContext, status: MemberStatus, statement: string): Promise<PanelMemberEntity> {
    const member = await this.acting(context, 'drawn');
    await context.manager.update(PanelMemberEntity, { id: member.id }, { status, statement });
    return member;
  }
}
