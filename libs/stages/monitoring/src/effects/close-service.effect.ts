import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ServiceEntity } from '../service/service.entity.js';

/** `monitoring.close`: the service is over and paid. */
@Injectable()
@HandlesEffect('monitoring.close')
export class CloseServiceEffect implements EffectHandler {
  async apply(_input: EffectInput, { manager, instanceId, at }: EffectContext): Promise<void> {
    await manager.update(ServiceEntity, { instanceId }, { status: 'completed', closedAt: at });
  }
}
