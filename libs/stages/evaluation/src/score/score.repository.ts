import type { EntityManager } from 'typeorm';
import { IndicatorScoreEntity } from './indicator-score.entity.js';

/** The newest scoring of an instance; empty before the first. */
export async function newestScores(manager: EntityManager, instanceId: number): Promise<IndicatorScoreEntity[]> {
  const last = await manager.findOne(IndicatorScoreEntity, { where: { instanceId }, order: { scoring: 'DESC' } });
  if (!last) return [];
  return manager.find(IndicatorScoreEntity, { where: { instanceId, scoring: last.scoring }, order: { id: 'ASC' } });
}
