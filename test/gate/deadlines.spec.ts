import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  deadlinePage,
  parseRegister,
  pendingPeriods,
  readConfiguration,
  readDefinitions,
  readRegister,
  registerProblems,
} from '#libs/engine';

const configuration = readConfiguration({ configDir: 'config' });
const definitions = readDefinitions('workflows');
const register = readRegister('config');
const pending = pendingPeriods(register.deadlines);
const { file } = register;

afterAll(() => {
  const lines = pending.map(({ id, period }) => `  ${id} ${period.title.zh}: ${period.pending?.zh}`);
  process.stdout.write(`Deadlines that wait for a process (${pending.length}):\n${lines.join('\n')}\n`);
});

const problemsOf = (text: string): readonly string[] =>
  registerProblems(parseRegister({ ...file, text }), configuration, definitions).map(({ message }) => message);

describe('config/deadlines.yaml', () => {
  it('has every deadline from D01 to D48, each with its law and with what happens when it is over', () => {
    const ids = Array.from({ length: 48 }, (_, index) => `D${String(index + 1).padStart(2, '0')}`);
    expect(register.deadlines.map(({ id }) => id)).toEqual(ids);
  });

  it('names processes, states, parameters, ladders, roles and laws that exist, and that arm what it says', () => {
    expect(registerProblems(register, configuration, definitions)).toEqual([]);
    expect(register.deadlines.flatMap(({ periods }) => periods).length - pending.length).toBeGreaterThanOrEqual(29);
  });

  it('is told in docs/deadlines.md (`sanshe deadlines list --write`)', () => {
    expect(readFileSync('docs/deadlines.md', 'utf8')).toBe(deadlinePage(register, configuration.laws));
  });

  it.each([
    ['state: signOff', 'state: signOf', /D08 .*budgeting\.standard has no state signOf$/],
    [
      'parameter: signOffPeriod',
      'parameter: releasePeriod',
      /D08 .*releasePeriod of budgeting\.standard is P5WD, not P20D/,
    ],
    ['length: P20D', 'length: P21D', /D08 .*signOffPeriod of budgeting\.standard is P20D, not P21D/],
    ['length: P20D', 'length: -P20D', /D08 .*negative/],
    ['length: P15Y', 'length: P80Y', /D47 .*longer than 30 years/],
    ['"procurement-law#42"', '"procurement-law#420"', /D47 rests on procurement-law#420/],
    ['ladder: finance', 'ladder: finanse', /D08 .*no ladder finanse/],
    ['role: treasury-officer', 'role: treasurer', /D31 .*no role treasurer/],
    ['stage: posts', 'stage: post', /D48 stands in the unknown stage post/],
    ['bound: least', 'bound: exact', /bound is one of/],
    ['never: [province]', 'never: [owner]', /the ladder finance reaches owner/],
    [
      'ladders: [contractor], never: [city',
      'ladders: [standard], never: [city',
      /a task of contractor climbs contractor/,
    ],
  ])('with `%s` changed to `%s` is refused by name', (from, to, message) => {
    expect(file.text.includes(from)).toBe(true);
    expect(problemsOf(file.text.replace(from, to))).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  it('says of each period either what arms it or why nothing does', () => {
    const both = file.text.replace(/(\n +)pending: /, '$1armed: { process: a.b, state: c, by: due }$1pending: ');
    expect(problemsOf(both)).toEqual(expect.arrayContaining([expect.stringMatching(/D01, period 1 says either/)]));
  });
});
