import { describe, expect, it } from '@jest/globals';
import { countElapsed } from './elapsed.rule.js';

describe('countElapsed', () => {
  it('runs through the night', () => {
    expect(countElapsed('2026-03-02T15:50:00.000Z', 30 * 60_000)).toEqual({
      dueAt: '2026-03-02T16:20:00.000Z',
      dueDate: '2026-03-03',
      lines: [
        {
          zh: '自2026-03-02 23:50起经过30分钟，至2026-03-03 00:20；按实际时间连续计算。',
          en: '30 min from 2026-03-02 23:50 is 2026-03-03 00:20; counted by the clock.',
        },
      ],
    });
  });

  it('counts back and says nothing as nothing', () => {
    expect(countElapsed('2026-03-02T01:00:00.000Z', -5_400_000).lines[0]?.zh).toContain('向前1小时30分钟');
    expect(countElapsed('2026-03-02T01:00:00.000Z', 0).lines[0]?.en).toContain('0 min');
  });
});
