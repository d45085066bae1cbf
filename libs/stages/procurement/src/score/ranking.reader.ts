import type { EntityManager } from 'typeorm';
import { needInForce } from '../need/need.repository.js';
import { ResponseEntity } from '../response/response.entity.js';
import { type Mark, type RankedOffer, rankOffers } from './ranking.js';

export interface Ranking {
  /** Members who have handed in their sheets. */
  readonly complete: number;
  readonly ranking: readonly RankedOffer[];
}

/** The ranking over the sheets that are there; empty while there are none. */
export async function readRanking(manager: EntityManager, instanceId: number): Promise<Ranking> {
  const marks: (Mark & { userId: number })[] = await manager.query(
    `SELECT response_id AS responseId, user_id AS userId, CAST(SUM(points) AS SIGNED) AS points
     FROM procurement_score WHERE instance_id = ? GROUP BY response_id, user_id`,
    [instanceId],
  );
  if (marks.length === 0) return { complete: 0, ranking: [] };
  const { need } = await needInForce(manager, instanceId);
  const responses = await manager.find(ResponseEntity, { where: { instanceId }, order: { id: 'ASC' } });
  const offers = responses.map(({ id, organisationId, price }) => ({ responseId: id, organisationId, price }));
  return {
    complete: new Set(marks.map((mark) => mark.userId)).size,
    ranking: rankOffers(offers, marks, need.priceWeight),
  };
}
