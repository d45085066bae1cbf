import { describe, expect, it } from '@jest/globals';
import { type GivenScore, type Indicator, scoreIndicators, totalOf } from './indicator-tree.js';
import { IndicatorTreeError, ScoreAbovePointsError, ScoresIncompleteError } from './score.error.js';

const tree: Indicator[] = [
  { code: 'execution', group: '预算执行', title: '预算执行率', points: 10 },
  { code: 'output', group: '产出', title: '产出', points: 50 },
  { code: 'benefit', group: '效益', title: '效益', points: 30 },
  { code: 'satisfaction', group: '满意度', title: '满意度', points: 10 },
];
const give = (...scores: [string, number][]): GivenScore[] =>
  scores.map(([indicator, score]) => ({ indicator, score, evidence: null }));
const whole = give(['execution', 1000], ['output', 4650], ['benefit', 2733], ['satisfaction', 905]);

describe('scoreIndicators', () => {
  it('adds up in hundredths', () => {
    expect(totalOf(scoreIndicators(tree, whole))).toBe(9288);
  });

  it('takes the leaves in any order', () => {
    expect(totalOf(scoreIndicators(tree, [...whole].reverse()))).toBe(9288);
  });

  it.each<[string, GivenScore[]]>([
    ['a leaf is missing', whole.slice(1)],
    ['a leaf stands twice', [...whole, ...give(['output', 1])]],
    ['there is no such leaf', [...whole, ...give(['other', 1])]],
  ])('refuses when %s', (_, given) => {
    expect(() => scoreIndicators(tree, given)).toThrow(ScoresIncompleteError);
  });

  it('refuses a score above the points and names the field', () => {
    const act = () =>
      scoreIndicators(tree, give(['execution', 1000], ['output', 5001], ['benefit', 1], ['satisfaction', 1]));
    expect(act).toThrow(ScoreAbovePointsError);
    expect(act).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ field: '/scores/1/score' })] }));
  });

  it('refuses a tree that is not 100 points', () => {
    expect(() => scoreIndicators(tree.slice(1), whole.slice(1))).toThrow(IndicatorTreeError);
  });
});
