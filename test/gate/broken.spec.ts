import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkGate, checkReferences, compileProcess, parseProcess, type Problem } from '#libs/kernel';

const FOLDER = new URL('./broken/', import.meta.url);
const FILES = readdirSync(FOLDER).sort();

/** What exists around the broken definitions. */
const KNOWN = {
  effects: new Set(['notice.publish']),
  views: new Set(['bids']),
  forms: new Set(['rejection']),
  processes: new Set(['award.standard']),
  ladders: new Set(['none']),
  roles: new Set(['business-officer', 'leader', 'auditor']),
  laws: new Set(['law-1']),
  formFields: new Map([['rejection', new Set(['reason'])]]),
};
const STAFFING = {
  purchaser: [
    { name: '甲县民政局', people: [['business-officer'], ['business-officer'], ['leader']] },
    { name: '乙县民政局', people: [['business-officer', 'leader']] },
  ],
};

/** Every check that a definition meets on its way to being published. */
function problemsOf(source: string, file: string): readonly Problem[] {
  const parsed = parseProcess(source, file);
  if (!parsed.ok) return parsed.problems;
  const compiled = compileProcess(parsed.value);
  return [
    ...(compiled.ok ? [] : compiled.problems),
    ...checkReferences(parsed.value, KNOWN),
    ...checkGate(parsed.value, { staffing: STAFFING }),
  ];
}

/** What stands in the first lines of the file: `# code:`, `# line:`, `# says:`, and `# also:` for what follows from it. */
function expectationIn(source: string, key: string): string {
  return new RegExp(`^# ${key}: (.+)$`, 'm').exec(source)?.[1] ?? '';
}

describe('a broken definition', () => {
  it('stands here for each way to break one', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(40);
  });

  it.each(FILES)('%s is refused at once, by name, line and remedy', (file) => {
    const source = readFileSync(new URL(file, FOLDER), 'utf8');
    const before = process.cpuUsage();
    const problems = problemsOf(source, file);
    const { user, system } = process.cpuUsage(before);
    const says = expectationIn(source, 'says');
    const found = problems.find(({ message, hint }) => `${message}. ${hint}`.includes(says));
    expect(found ?? problems).toMatchObject({
      file,
      line: Number(expectationIn(source, 'line')),
      code: expectationIn(source, 'code'),
      hint: expect.stringMatching(/\S/),
    });
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });

  it('of five megabytes is refused at once', () => {
    const before = process.cpuUsage();
    const problems = problemsOf(`process: big.one\nlaw:\n${'  - x\n'.repeat(900_000)}`, 'big.yaml');
    const { user, system } = process.cpuUsage(before);
    expect(problems).toMatchObject([{ code: 'yaml-too-large', file: 'big.yaml', line: 1 }]);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });

  it('holds nothing else against the definition than what is broken in it', () => {
    const noisy = FILES.flatMap((file) => {
      const source = readFileSync(new URL(file, FOLDER), 'utf8');
      const expected = `${expectationIn(source, 'code')}, ${expectationIn(source, 'also')}`.split(', ');
      return problemsOf(source, file)
        .filter(({ code }) => !expected.includes(code))
        .map(({ code }) => `${file}: ${code}`);
    });
    expect(noisy).toEqual([]);
  });
});
