import { describe, expect, it } from '@jest/globals';
import { parseProcess } from '#libs/kernel';
import { regionProblems } from './region-problems.js';

const definition = parseProcess(
  `
process: leave.standard
version: 1
title: { zh: 请假, en: Leave }
owner: { organisation: purchaser, role: leader }
parameters:
  reviewPeriod: { type: duration, default: P5WD, max: P8WD, law: 'labour-law#4' }
initial: reviewing
states:
  reviewing:
    title: { zh: 审批, en: Review }
    task: { assignee: { organisation: purchaser, role: leader } }
    on: { APPROVE: done }
  done: { type: final }
`,
  'workflows/leave.yaml',
);

const problemsOf = (text: string) =>
  regionProblems([{ name: '51.yaml', text }], definition.ok ? [definition.value] : []).map(
    ({ code, file, line, message }) => ({ code, at: `${file}:${line}`, message }),
  );

describe('values that a region sets', () => {
  it('pass where the law allows them', () => {
    expect(problemsOf('parameters:\n  leave.standard:\n    reviewPeriod: P8WD\n')).toEqual([]);
  });

  it('are refused beyond it, with the line and the law', () => {
    const [problem] = problemsOf('# remote\nparameters:\n  leave.standard:\n    reviewPeriod: P9WD\n');
    expect(problem).toMatchObject({ at: 'config/regions/51.yaml:4', message: expect.stringContaining('labour-law#4') });
  });

  it('are refused where no such parameter or process exists', () => {
    const problems = problemsOf('parameters:\n  leave.standard:\n    reviewDays: P3WD\n  leave.other: { a: 1 }\n');
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'unknown-name config/regions/51.yaml:3',
      'unknown-process config/regions/51.yaml:4',
    ]);
  });
});
