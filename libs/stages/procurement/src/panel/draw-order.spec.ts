import { describe, expect, it } from '@jest/globals';
import { drawOrder } from './draw-order.js';

const POOL = [11, 12, 13, 14, 15];

describe('drawOrder', () => {
  it('draws each expert once, however often the pool names them', () => {
    expect(drawOrder('s', [...POOL, ...POOL]).sort()).toEqual(POOL);
  });

  it('is the same for the same seed, in whatever order the pool comes', () => {
    expect(drawOrder('s', POOL)).toEqual(drawOrder('s', [...POOL].reverse()));
  });

  it('gives every expert the first place about equally often', () => {
    const firsts = Array.from({ length: 5000 }, (_, seed) => drawOrder(String(seed), POOL)[0]);
    for (const expert of POOL) {
      const share = firsts.filter((first) => first === expert).length / firsts.length;
      expect(share).toBeGreaterThan(0.17);
      expect(share).toBeLessThan(0.23);
    }
  });
});
