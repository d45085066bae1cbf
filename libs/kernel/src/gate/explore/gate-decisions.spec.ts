import { describe, expect, it } from '@jest/globals';
import { decisionTable } from '../../decisions/decision-table.js';
import { parseDecision } from '../../decisions/parse-decision.js';
import { aDefinition } from '../../testing/a-process.js';
import { type GateReport, proveGate } from '../check-gate.js';

const parsed = parseDecision(
  `decision: method
title: 方式
parameters: { limit: { type: money, default: 500, min: 100, max: 900 } }
inputs: { amount: { type: money, min: 0, max: 10000 }, kind: { type: string, enum: [货物, 服务, 工程] } }
outputs: { method: { type: string } }
rules:
  - { when: { amount: '< limit' }, then: { method: small } }
  - { when: { amount: '>= limit', kind: [货物, 服务] }, then: { method: inquiry } }
  - { when: { amount: '>= limit', kind: 工程 }, then: { method: tender } }
`,
  'config/decisions/method.yaml',
);

function prove(kind: string, branches: string, amount = 'null'): GateReport {
  const table = parsed.ok ? decisionTable(parsed.value) : parsed;
  if (!table.ok) throw new TypeError(JSON.stringify(table.problems));
  const definition = aDefinition(`
variables: { planned: { type: money, default: ${amount} } }
views: { need: { source: need, changedBy: NEED_CHANGED } }
decisions:
  route: { table: method, with: { amount: planned, kind: '${kind}' } }
initial: planning
states:
  planning:
    task: { assignee: { organisation: purchaser, role: clerk }, due: none }
    on: { PLAN: { target: choosing, assign: { planned: command.payload.amount } } }
  choosing:
    task: { assignee: { organisation: purchaser, role: clerk }, due: none }
    always:
${branches}
  tender: { type: final }
  inquiry: { type: final }
  small: { type: final }
`);
  return proveGate(definition, { inputs: new Set(), tables: new Map([['method', table.value]]) });
}

const THREE = `
      - { guard: 'route.method = "tender"', target: tender }
      - { guard: 'route.method = "inquiry"', target: inquiry }
      - { guard: 'route.method = "small"', target: small }`;

const NO_TENDER = THREE.replace('route.method = "tender"', 'route.method = "none"');

describe('a decision in the exploration', () => {
  it('has every answer of its table and no other, so guards over all of them leave no gap', () => {
    expect(prove('need.kind', THREE)).toMatchObject({ findings: [], exactness: 'exact' });
  });

  it('has only the answers for what is known to be asked', () => {
    const { findings } = prove('"服务"', THREE);
    expect(findings.map(({ code, exactness }) => [code, exactness])).toEqual([
      ['never-taken', 'exact'],
      ['never-entered', 'exact'],
    ]);
  });

  it('shows where no branch takes an answer up', () => {
    const { findings } = prove('"工程"', NO_TENDER);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'stuck', state: 'choosing', exactness: 'exact' }));
  });

  it('may be anything that the table says where what is asked cannot be followed', () => {
    const { findings } = prove('if need.old + 1 > need.new then "工程" else "服务"', NO_TENDER);
    expect(findings.map(({ code, line }) => [code, line])).toEqual([
      ['never-taken', 17],
      ['never-entered', 20],
    ]);
  });

  it('is refused outside of the domain that the table declares', () => {
    expect(prove('"其他"', THREE).findings).toMatchObject([{ code: 'decision-domain', line: 7, exactness: 'exact' }]);
  });
});
