import { describe, expect, it } from '@jest/globals';
import { decisionTable, evaluateDecision, type JsonObject } from '#libs/kernel';
import { decisionFindings, readDecisions, unknownLaws } from './decision.files.js';
import { LawBook } from './law.book.js';

const { tables, problems } = readDecisions('config');

function ask(name: string, inputs: JsonObject, overrides: JsonObject = {}) {
  const file = tables.get(name);
  const table = file && decisionTable(file.definition, overrides);
  const answer = table?.ok ? evaluateDecision(table.value, inputs) : undefined;
  return answer?.ok ? answer.value.output : answer?.problems;
}

const WAN = 1_000_000;

describe('the shipped decision tables', () => {
  it('can be read, have neither gap nor overlap, and name laws that exist', () => {
    expect([...tables.keys()]).toEqual(['evaluation-grade', 'procurement-method']);
    const laws = new LawBook('config');
    const found = [...tables.values()].flatMap(({ definition }) => [
      ...decisionFindings(definition),
      ...unknownLaws(definition, laws),
    ]);
    expect([...problems, ...found]).toEqual([]);
  });

  it.each([
    [{ amount: 49 * WAN, kind: '服务', onlySupplier: false }, 'selection', 'none'],
    [{ amount: 50 * WAN, kind: '服务', onlySupplier: false }, 'competitive-consultation', 'none'],
    [{ amount: 50 * WAN, kind: '货物', onlySupplier: false }, 'inquiry', 'none'],
    [{ amount: 99 * WAN, kind: '工程', onlySupplier: true }, 'selection', 'none'],
    [{ amount: 100 * WAN, kind: '工程', onlySupplier: false }, 'competitive-consultation', 'none'],
    [{ amount: 399 * WAN, kind: '服务', onlySupplier: true }, 'single-source', 'none'],
    [{ amount: 400 * WAN, kind: '服务', onlySupplier: false }, 'open-tender', 'none'],
    [{ amount: 400 * WAN, kind: '货物', onlySupplier: true }, 'single-source', 'city-finance'],
  ])('for %j the method is %s, the approval %s', (inputs, method, approval) => {
    expect(ask('procurement-method', inputs)).toMatchObject({ method, approval });
  });

  it('follow the standards of a region', () => {
    const inputs = { amount: 250 * WAN, kind: '服务', onlySupplier: false };
    expect(ask('procurement-method', inputs, { tenderStandard: 200 * WAN })).toMatchObject({ method: 'open-tender' });
  });

  it.each([
    [10000, '优'],
    [9000, '优'],
    [8999, '良'],
    [6000, '中'],
    [5999, '差'],
  ])('a score of %i gives %s', (score, grade) => {
    expect(ask('evaluation-grade', { score })).toMatchObject({ grade });
  });

  it('show when standards that are lawful one by one do not fit together', () => {
    const grade = tables.get('evaluation-grade');
    const found = grade ? decisionFindings(grade.definition, { excellent: 8500, good: 9500 }) : [];
    expect(found.map(({ code }) => code)).toContain('reversed-interval');
  });
});
