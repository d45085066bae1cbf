import { describe, expect, it } from '@jest/globals';
import { formatFinding } from './finding.format.js';

const FINDING = { code: 'stuck', file: 'a.yaml', line: 7, message: 'nothing moves', hint: 'Add an event.' };

describe('formatFinding', () => {
  it('shows place, code, sentence and remedy', () => {
    expect(formatFinding(FINDING)).toBe('a.yaml:7 [stuck] nothing moves\n    Add an event.');
  });

  it('shows the way to it, and what makes it uncertain', () => {
    const path = [
      { state: 'a', via: 'start' },
      { state: 'b', via: 'SUBMIT' },
    ];
    expect(formatFinding({ ...FINDING, path, exactness: 'approximate', why: 'days are not followed' })).toBe(
      'a.yaml:7 [stuck] nothing moves\n    Add an event.\n    path: a → SUBMIT → b\n    approximate: days are not followed',
    );
  });
});
