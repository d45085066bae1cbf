import { Injectable } from '@nestjs/common';
import { ProvidesView, type ReadView, type ViewRequest } from '#libs/engine';
import type { Json } from '#libs/kernel';
import { readRanking } from '../score/ranking.reader.js';

/** `procurement.scores` {complete, ranking}: members who have scored, and the offers in rank order. */
@Injectable()
@ProvidesView('procurement.scores')
export class ScoresView implements ReadView {
  async load({ manager, instanceId }: ViewRequest): Promise<Json> {
    const { complete, ranking } = await readRanking(manager, instanceId);
    return { complete, ranking: ranking.map((offer) => ({ ...offer })) };
  }
}
