import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { NoticeEntity } from '../notice/notice.entity.js';

/** `notice.publish` {kind, title, body}: public from the moment of the command. */
@Injectable()
@HandlesEffect('notice.publish')
export class PublishNoticeEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await context.manager.insert(NoticeEntity, {
      id: context.nextId(),
      rootId: context.rootId,
      instanceId: context.instanceId,
      kind: input.text('kind'),
      title: input.text('title'),
      body: input.text('body'),
      publisherId: context.actor?.organisationId ?? null,
      publishedAt: context.at,
    });
  }
}
