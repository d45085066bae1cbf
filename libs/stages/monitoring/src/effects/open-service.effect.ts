import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ServiceEntity } from '../service/service.entity.js';
import { NoContractorError } from '../service/service.error.js';

/** `monitoring.open` {relation, serviceFrom, serviceTo}: monitoring begins; entering again changes nothing. */
@Injectable()
@HandlesEffect('monitoring.open')
export class OpenServiceEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, instanceId, rootId, at } = context;
    if (await manager.existsBy(ServiceEntity, { instanceId })) return;
    const relation = input.text('relation');
    const [contractorId, ...others] = await context.organisations(relation);
    if (contractorId === undefined || others.length > 0) {
      throw new NoContractorError(relation, contractorId === undefined ? 0 : others.length + 1);
    }
    const period = { serviceFrom: input.text('serviceFrom'), serviceTo: input.text('serviceTo') };
    await manager.insert(ServiceEntity, {
      instanceId,
      rootId,
      contractorId,
      ...period,
      status: 'preparing',
      openedAt: at,
    });
  }
}
