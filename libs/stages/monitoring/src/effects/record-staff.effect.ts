import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { NoSocialWorkerError } from '../staff/staff.error.js';
import { StaffMemberEntity } from '../staff/staff-member.entity.js';

const MANAGER = 'manager';
const SOCIAL_WORKER = 'social-worker';

/** `monitoring.recordStaff` {plan}: the team as named; it needs a certified social worker. */
@Injectable()
@HandlesEffect('monitoring.recordStaff')
export class RecordStaffEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, rootId, instanceId, at } = context;
    const form = input.nested('plan');
    const members = form.items('members').map(readMember);
    const isCertified = members.some((member) => member.duty === SOCIAL_WORKER && member.certificateNo !== null);
    if (!isCertified) throw new NoSocialWorkerError();
    const last = await manager.findOne(StaffMemberEntity, { where: { instanceId }, order: { plan: 'DESC' } });
    const team = [{ name: form.text('manager'), duty: MANAGER, certificateNo: null }, ...members];
    const common = { rootId, instanceId, plan: (last?.plan ?? 0) + 1, recordedAt: at };
    await manager.insert(
      StaffMemberEntity,
      team.map((member) => ({ id: context.nextId(), ...common, ...member })),
    );
  }
}

function readMember(item: EffectInput) {
  return { name: item.text('name'), duty: item.text('duty'), certificateNo: item.optionalText('certificateNo') };
}
