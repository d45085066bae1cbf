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

export function aSelfReport() {
  return { completion: '全部完成', spent: 108_000_000, people: 3120, effects: '群众满意', deviations: '无' };
}

/** 120 beneficiaries, 40 of them asked. */
export function aSurvey(change: Record<string, unknown> = {}) {
  const answers = { verySatisfied: 30, satisfied: 8, neutral: 2, dissatisfied: 0 };
  const visit = { interviewer: '阿牛小英', surveyedOn: '2026-09-10', independent: true };
  return { population: 120, respondents: 40, ...answers, ...visit, ...change };
}

export function anAcceptance(change: Record<string, unknown> = {}) {
  const standards = [
    { standard: '每月社区活动不少于10场', result: 'met' },
    { standard: '个案建档率100%', result: 'met' },
  ];
  const group = { acceptedOn: '2026-09-14', members: '民政局、竹核镇、火洛村', beneficiaries: 3 };
  return { ...group, standards, conclusion: 'qualified', opinion: '同意通过验收', ...change };
}

/** Scores of the shipped tree in hundredths; 93.60 by default. */
export function someScores(change: Record<string, number> = {}) {
  const scores = {
    execution: 1000,
    quantity: 1450,
    quality: 1380,
    timeliness: 930,
    cost: 950,
    social: 1830,
    sustainability: 900,
    satisfaction: 920,
    ...change,
  };
  return { scores: Object.entries(scores).map(([indicator, score]) => ({ indicator, score })) };
}
