import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { NeedEntity } from '../need/need.entity.js';
import { OpinionEntity } from '../opinion/opinion.entity.js';

@Injectable()
@HandlesEffect('application.recordOpinion')
export class RecordOpinionEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, rootId, actor, at } = context;
    const form = input.nested('opinion');
    await manager.insert(OpinionEntity, {
      id: context.nextId(),
      rootId,
      revision: await manager.countBy(NeedEntity, { rootId }),
      level: input.text('level'),
      outcome: input.text('outcome'),
      opinion: form.text('opinion'),
      venue: form.optionalText('venue'),
      documentNo: form.optionalText('documentNo'),
      metOn: form.optionalText('meetingOn'),
      attachmentId: form.optionalInteger('stampedScan'),
      organisationId: actor?.organisationId ?? null,
      userId: actor?.userId ?? null,
      at,
    });
  }
}
