import { describe, expect, it } from '@jest/globals';
import { parseDecision, parseProcess } from '#libs/kernel';
import { LawBook } from './law.book.js';
import { RegionBook } from './region.book.js';
import { regionProblems } from './region.check.js';
import { parseRegion } from './region.overlay.js';

const definition = parseProcess(
  `
process: leave.standard
version: 1
title: { zh: 请假, en: Leave }
owner: { organisation: purchaser, role: leader }
parameters:
  reviewPeriod: { type: duration, default: P5WD, max: P8WD, law: 'procurement-law#22' }
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

const table = parseDecision(
  `
decision: bands
title: 等级
parameters: { low: { type: integer, default: 3, max: 7, law: 'procurement-law#22' }, high: { type: integer, default: 5 } }
inputs: { score: { type: integer, min: 0, max: 10 } }
outputs: { band: { type: string } }
rules:
  - { when: { score: '< low' }, then: { band: c } }
  - { when: { score: '[low..high)' }, then: { band: b } }
  - { when: { score: '>= high' }, then: { band: a } }
`,
  'config/decisions/bands.yaml',
);

const around = {
  definitions: definition.ok ? [definition.value] : [],
  tables: table.ok ? [table.value] : [],
  ladders: new Set(['standard']),
  roles: new Set(['leader', 'head']),
  calendars: new Set(['liangshan']),
  laws: new LawBook('config'),
};

const problemsOf = (text: string, name = '51.yaml') => {
  const { overlays, problems } = parseRegion(name, text);
  return [...problems, ...regionProblems(overlays, around)].map(({ code, file, line, message }) => ({
    code,
    at: `${file}:${line}`,
    message,
  }));
};

describe('values that a region sets', () => {
  it('pass where the law allows them', () => {
    expect(problemsOf('parameters:\n  leave.standard:\n    reviewPeriod: P8WD\n')).toEqual([]);
  });

  it('are refused beyond it, with the line and the law', () => {
    const [problem] = problemsOf('# remote\nparameters:\n  leave.standard:\n    reviewPeriod: P9WD\n');
    expect(problem).toMatchObject({
      at: 'config/regions/51.yaml:4',
      message: expect.stringMatching(/procurement-law#22.*《中华人民共和国政府采购法》第22条/),
    });
  });

  it('are refused where no such parameter or process exists', () => {
    const problems = problemsOf('parameters:\n  leave.standard:\n    reviewDays: P3WD\n  leave.other: { a: 1 }\n');
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'unknown-name config/regions/51.yaml:3',
      'unknown-process config/regions/51.yaml:4',
    ]);
  });
});

describe('other things that a region sets', () => {
  it('pass where they are known', () => {
    expect(
      problemsOf(`
decisions: { bands: { low: 4 } }
ladders: { standard: [{ after: P1D, level: head, to: { organisation: owner, role: head } }] }
calendars: [liangshan]
roles: { leader: 局长, head: { zh: 股长, en: Section head } }
`),
    ).toEqual([]);
  });

  it.each([
    ['an unknown key', 'parametres: {}', 'unknown-key 1'],
    ['an unknown table', 'decisions: { bandes: { low: 1 } }', 'unknown-decision 1'],
    ['an unknown threshold', 'decisions:\n  bands: { lo: 1 }', 'unknown-name 2'],
    ['a threshold beyond the law', 'decisions:\n  bands:\n    low: 8', 'above-maximum 3'],
    ['thresholds that do not ascend', 'decisions:\n  bands: { low: 6 }', 'reversed-interval 2'],
    ['an unknown ladder', 'ladders: { standart: [] }', 'unknown-ladder 1'],
    [
      'a rung without a period',
      'ladders:\n  standard:\n    - { after: soon, level: head, to: { organisation: owner, role: head } }',
      'wrong-shape 3',
    ],
    [
      'a rung to an unknown role',
      'ladders:\n  standard:\n    - { after: P1D, level: x, to: { organisation: owner, role: boss } }',
      'unknown-role 3',
    ],
    ['an unknown calendar', 'calendars: [aba]', 'unknown-calendar 1'],
    ['an unknown role', 'roles: { boss: 局长 }', 'unknown-role 1'],
    ['a name that is no text', 'roles: { leader: 3 }', 'wrong-shape 1'],
    ['a value of another type', 'parameters:\n  leave.standard:\n    reviewPeriod: 5', 'wrong-type 3'],
    ['broken YAML', 'parameters: { a', 'yaml-syntax 1'],
    ['a list', '- a', 'wrong-shape 1'],
  ])('%s is refused', (_what, text, expected) => {
    expect(problemsOf(text).map(({ code, at }) => `${code} ${at.slice(at.lastIndexOf(':') + 1)}`)).toContain(expected);
  });

  it('and a file whose name is no division', () => {
    expect(problemsOf('roles: {}', 'sichuan.yaml')).toMatchObject([{ code: 'bad-name' }]);
  });
});

describe('the nearest region wins', () => {
  const files: Readonly<Record<string, string>> = {
    '51.yaml': 'parameters: { p: { a: 1, b: 1 } }\ncalendars: [x]',
    '5119.yaml': 'parameters:\n  p: { b: 2 }',
    '511921.yaml': 'parameters:\n  p:\n    b: 3\ncalendars: [y]',
  };
  const book = new RegionBook(Object.entries(files).flatMap(([name, text]) => [...parseRegion(name, text).overlays]));

  it.each([
    ['511921', { a: 1, b: 3 }],
    ['511922', { a: 1, b: 2 }],
    ['5119', { a: 1, b: 2 }],
    ['519999', { a: 1, b: 1 }],
    ['110101', {}],
  ])('in %s', (division, values) => {
    expect(book.values(division, 'parameters', 'p')).toEqual(values);
  });

  it('and every region that sets a value is known with its line', () => {
    const chain = book.settings('511921', ['parameters', 'p', 'b']);
    expect(chain.map(({ overlay, line, value }) => `${overlay.file}:${line} ${JSON.stringify(value)}`)).toEqual([
      'config/regions/51.yaml:1 1',
      'config/regions/5119.yaml:2 2',
      'config/regions/511921.yaml:3 3',
    ]);
    expect(book.calendars('511921')).toEqual(['x', 'y']);
  });
});
