import { Injectable, Module } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';

/** Stands for the library that publishes: remembers what this stage wanted to be public. */
@Injectable()
@HandlesEffect('notice.publish')
export class RememberedNotices implements EffectHandler {
  readonly kinds: string[] = [];

  async apply(input: EffectInput, _context: EffectContext): Promise<void> {
    this.kinds.push(input.text('kind'));
  }
}

@Module({ providers: [RememberedNotices] })
export class RememberedNoticesModule {}

const TEXT = '见采购文件。';

/** A need that is valid by default: 80 points of criteria and 20 of the price. */
export function aNeed(change: Record<string, unknown> = {}) {
  return {
    background: TEXT,
    serviceContent: '易地搬迁群众社区融入服务',
    serviceStandard: TEXT,
    place: '昭觉县竹核镇',
    periodMonths: 4,
    staffRequirement: TEXT,
    qualification: TEXT,
    ceilingPrice: 110_000_000,
    criteria: [
      { name: '服务方案', points: 50 },
      { name: '团队与业绩', points: 30 },
    ],
    acceptancePlan: TEXT,
    paymentPlan: TEXT,
    liability: TEXT,
    surveyRecord: TEXT,
    publicOpinion: TEXT,
    ...change,
  };
}

/** What one expert gives, by response: points for the scheme and for the team. */
export function aSheet(points: ReadonlyMap<number, readonly [scheme: number, team: number]>) {
  return {
    sheets: [...points].map(([responseId, [scheme, team]]) => ({
      responseId,
      points: [
        { criterion: '服务方案', points: scheme },
        { criterion: '团队与业绩', points: team },
      ],
    })),
  };
}
