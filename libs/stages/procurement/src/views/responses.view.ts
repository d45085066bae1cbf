import { Injectable } from '@nestjs/common';
import { ProvidesView, type ReadView, type ViewRequest } from '#libs/engine';
import type { Json } from '#libs/kernel';
import { ResponseEntity } from '../response/response.entity.js';
import { RoundEntity } from '../round/round.entity.js';

/** `procurement.responses` {count, priced}: what a view reads stands in history, so sealed prices are not in it. */
@Injectable()
@ProvidesView('procurement.responses')
export class ResponsesView implements ReadView {
  async load({ manager, instanceId }: ViewRequest): Promise<Json> {
    const round = await manager.findOneBy(RoundEntity, { instanceId });
    const responses = await manager.find(ResponseEntity, { where: { instanceId }, order: { id: 'ASC' } });
    const isOpened = round !== null && round.openedAt !== null;
    const priced = responses.map(({ id, organisationId, price }) => ({ responseId: id, organisationId, price }));
    return { count: responses.length, priced: isOpened ? priced : [] };
  }
}
