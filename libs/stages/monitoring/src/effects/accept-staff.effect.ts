import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ServiceEntity } from '../service/service.entity.js';
import { StaffMemberEntity } from '../staff/staff-member.entity.js';

/** `monitoring.acceptStaff`: the newest plan is accepted, the service is under way. */
@Injectable()
@HandlesEffect('monitoring.acceptStaff')
export class AcceptStaffEffect implements EffectHandler {
  async apply(_input: EffectInput, { manager, instanceId, at }: EffectContext): Promise<void> {
    const last = await manager.findOne(StaffMemberEntity, { where: { instanceId }, order: { plan: 'DESC' } });
    await manager.update(StaffMemberEntity, { instanceId, plan: last?.plan ?? 0 }, { acceptedAt: at });
    await manager.update(ServiceEntity, { instanceId }, { status: 'serving' });
  }
}
