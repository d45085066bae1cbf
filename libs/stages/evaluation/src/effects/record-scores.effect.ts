import { Injectable } from '@nestjs/common';
import { actingPerson, type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { scoreIndicators } from '../score/indicator-tree.js';
import { IndicatorScoreEntity } from '../score/indicator-score.entity.js';
import { newestScores } from '../score/score.repository.js';

/** `evaluation.recordScores` {scores, indicators}: one score for each leaf of the tree. */
@Injectable()
@HandlesEffect('evaluation.recordScores')
export class RecordScoresEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, rootId, instanceId, at } = context;
    const scores = scoreIndicators(input.items('indicators').map(readIndicator), input.items('scores').map(readScore));
    const [earlier] = await newestScores(manager, instanceId);
    const common = {
      rootId,
      instanceId,
      scoring: (earlier?.scoring ?? 0) + 1,
      scoredBy: actingPerson(context).userId,
      scoredAt: at,
    };
    await manager.insert(
      IndicatorScoreEntity,
      scores.map(({ code, group, title, points, score, evidence }) => ({
        id: context.nextId(),
        ...common,
        ...{ indicator: code, group, title, points, score, evidence },
      })),
    );
  }
}

function readIndicator(item: EffectInput) {
  return {
    code: item.text('code'),
    group: item.text('group'),
    title: item.text('title'),
    points: item.integer('points'),
  };
}

function readScore(item: EffectInput) {
  return { indicator: item.text('indicator'), score: item.integer('score'), evidence: item.optionalText('evidence') };
}
