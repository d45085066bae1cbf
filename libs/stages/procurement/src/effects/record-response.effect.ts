import { Injectable } from '@nestjs/common';
import { actingPerson, type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { PriceAboveLimitError } from '../need/need.error.js';
import { ResponseEntity } from '../response/response.entity.js';
import { RespondedAlreadyError } from '../response/response.error.js';

/** `procurement.recordResponse` {response, limit}: one sealed response of the acting organisation. */
@Injectable()
@HandlesEffect('procurement.recordResponse')
export class RecordResponseEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const form = input.nested('response');
    const price = form.integer('price');
    const limit = input.integer('limit');
    if (price > limit) throw new PriceAboveLimitError('/price', price, limit);
    const { userId, organisationId } = actingPerson(context);
    const { manager, rootId, instanceId, at } = context;
    // The root's lock keeps two people of one organisation apart; the unique key is the second wall.
    if (await manager.existsBy(ResponseEntity, { instanceId, organisationId })) throw new RespondedAlreadyError();
    await manager.insert(ResponseEntity, {
      id: context.nextId(),
      rootId,
      instanceId,
      organisationId,
      price,
      servicePlan: form.text('servicePlan'),
      manager: form.text('manager'),
      documentId: form.integer('document'),
      respondedBy: userId,
      respondedAt: at,
    });
  }
}
