import { IndicatorTreeError, ScoresIncompleteError, ScoreAbovePointsError } from './score.error.js';

/** 绩效指标: a leaf of the tree, as the definition gives it. */
export interface Indicator {
  readonly code: string;
  readonly group: string;
  readonly title: string;
  /** Whole points; those of a tree make 100. */
  readonly points: number;
}

/** What somebody gave an indicator, in hundredths of a point. */
export interface GivenScore {
  readonly indicator: string;
  readonly score: number;
  readonly evidence: string | null;
}

export type IndicatorScore = Indicator & Omit<GivenScore, 'indicator'>;

const ALL_POINTS = 100;
const HUNDREDTHS = 100;

/** Each leaf is scored exactly once and never above its points. */
export function scoreIndicators(indicators: readonly Indicator[], given: readonly GivenScore[]): IndicatorScore[] {
  const points = indicators.reduce((total, indicator) => total + indicator.points, 0);
  if (points !== ALL_POINTS) throw new IndicatorTreeError(points);
  const missing = indicators.filter(({ code }) => given.filter(({ indicator }) => indicator === code).length !== 1);
  if (missing.length > 0) throw new ScoresIncompleteError(missing.map(({ title }) => title));
  return given.map((score, index) => scored(indicators, score, index));
}

function scored(indicators: readonly Indicator[], given: GivenScore, index: number): IndicatorScore {
  const indicator = indicators.find(({ code }) => code === given.indicator);
  if (!indicator) throw new ScoresIncompleteError([given.indicator]);
  if (given.score > indicator.points * HUNDREDTHS) {
    throw new ScoreAbovePointsError(`/scores/${index}/score`, indicator.title, indicator.points);
  }
  return { ...indicator, score: given.score, evidence: given.evidence };
}

/** Hundredths of a point, 0 to 10000. */
export function totalOf(scores: readonly { readonly score: number }[]): number {
  return scores.reduce((total, { score }) => total + score, 0);
}
