import { Injectable } from '@nestjs/common';
import { ProvidesView, type ReadView, type ViewRequest } from '#libs/engine';
import type { Json } from '#libs/kernel';
import { totalOf } from '../score/indicator-tree.js';
import { newestScores } from '../score/score.repository.js';

/** `evaluation.scores` {complete, total}: the newest scoring, in hundredths of a point. */
@Injectable()
@ProvidesView('evaluation.scores')
export class ScoreTotalView implements ReadView {
  async load({ manager, instanceId }: ViewRequest): Promise<Json> {
    const scores = await newestScores(manager, instanceId);
    return { complete: scores.length > 0, total: totalOf(scores) };
  }
}
