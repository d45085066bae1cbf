import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ResultEntity } from '../result/result.entity.js';

/** `evaluation.publish`: the result is public from now on. */
@Injectable()
@HandlesEffect('evaluation.publish')
export class PublishResultEffect implements EffectHandler {
  async apply(_input: EffectInput, { manager, instanceId, at }: EffectContext): Promise<void> {
    await manager.update(ResultEntity, { instanceId }, { publishedAt: at });
  }
}
