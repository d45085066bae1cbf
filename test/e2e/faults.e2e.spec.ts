import { describe, expect, it, jest } from '@jest/globals';
import { endure } from '../faults/endure.js';

jest.setTimeout(400_000);

describe('an installation whose parts die at random moments', () => {
  // `npm run test:faults` is the long run, with more timers, more faults and a frozen worker.
  it('keeps every command that was acknowledged, and fires every deadline once', async () => {
    const report = await endure({
      cases: 40,
      faults: 4,
      seed: process.pid,
      rate: 60_000,
      withLongFaults: false,
      say: () => undefined,
    });
    expect(report).toMatchObject({ findings: [] });
    expect(Object.values(report.injected)).toHaveLength(4);
  });
});
