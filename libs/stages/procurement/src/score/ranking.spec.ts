import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Offer, rankOffers } from './ranking.js';

const offer = (responseId: number, price: number): Offer => ({ responseId, organisationId: responseId * 10, price });
const marks = (responseId: number, ...points: number[]) => points.map((each) => ({ responseId, points: each }));

describe('rankOffers', () => {
  it('adds the mean of the members to the price score', () => {
    const ranked = rankOffers(
      [offer(1, 108_000_000), offer(2, 105_000_000)],
      [...marks(1, 72, 74, 71), ...marks(2, 60, 61, 60)],
      20,
    );
    expect(ranked).toEqual([
      { responseId: 1, organisationId: 10, price: 108_000_000, quality: 7233, priceScore: 1944, total: 9177 },
      { responseId: 2, organisationId: 20, price: 105_000_000, quality: 6033, priceScore: 2000, total: 8033 },
    ]);
  });

  it('gives a tie to the lower price', () => {
    // 10 points of price: 1000 against 500; 5 points of quality make up for it exactly.
    const ranked = rankOffers([offer(1, 200), offer(2, 100)], [...marks(1, 65), ...marks(2, 60)], 10);
    expect(ranked.map(({ responseId, total }) => [responseId, total])).toEqual([
      [2, 7000],
      [1, 7000],
    ]);
  });

  it('gives equal price and quality to the earlier response', () => {
    const ranked = rankOffers([offer(2, 100), offer(1, 100)], [...marks(1, 60), ...marks(2, 60)], 10);
    expect(ranked.map(({ responseId }) => responseId)).toEqual([1, 2]);
  });

  it('keeps every score within its points, in whole hundredths, and the lowest price at full weight', () => {
    const price = fc.integer({ min: 1, max: 9_000_000_000_000 });
    const round = fc.record({
      prices: fc.array(price, { minLength: 1, maxLength: 6 }),
      points: fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 5 }),
      weight: fc.integer({ min: 10, max: 30 }),
    });
    fc.assert(
      fc.property(round, ({ prices, points, weight }) => {
        const offers = prices.map((each, index) => offer(index + 1, each));
        const ranked = rankOffers(
          offers,
          offers.flatMap(({ responseId }) => marks(responseId, ...points)),
          weight,
        );
        expect(Math.max(...ranked.map(({ priceScore }) => priceScore))).toBe(weight * 100);
        for (const { priceScore, quality, total } of ranked) {
          expect(Number.isSafeInteger(total)).toBe(true);
          expect(priceScore).toBeGreaterThanOrEqual(0);
          expect(quality).toBeLessThanOrEqual(8000);
        }
      }),
    );
  });
});
