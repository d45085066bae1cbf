import type { DecisionTable } from '../decisions/decision-table.js';
import { decisionTable } from '../decisions/decision-table.js';
import { parseDecision } from '../decisions/parse-decision.js';

const SOURCES = [
  `decision: random-route
title: 随机路线
inputs: { size: { type: integer, min: 0, max: 100000 }, isUrgent: { type: boolean } }
outputs: { kind: { type: string }, steps: { type: integer } }
rules:
  - { when: { size: '< 2', isUrgent: true }, then: { kind: small, steps: 1 } }
  - { when: { size: '< 2', isUrgent: false }, then: { kind: small, steps: 2 } }
  - { when: { size: '[2..4)' }, then: { kind: middle, steps: 3 } }
  - { when: { size: '>= 4' }, then: { kind: large, steps: 4 } }
`,
  `decision: random-list
title: 随机清单
hit: collect
inputs: { size: { type: integer, min: 0, max: 100000 } }
outputs: { name: { type: string } }
rules:
  - { when: { size: '> 0' }, then: { name: one } }
  - { when: { size: '> 2' }, then: { name: three } }
`,
];

/** Tables that random definitions ask. */
export function randomTables(): ReadonlyMap<string, DecisionTable> {
  return new Map(SOURCES.map((source) => tableOf(source, 'random-table.yaml')));
}

/** A table with its own thresholds, under its name. */
export function tableOf(source: string, file: string): readonly [string, DecisionTable] {
  const parsed = parseDecision(source, file);
  const ready = parsed.ok ? decisionTable(parsed.value) : parsed;
  if (!ready.ok) throw new TypeError(JSON.stringify(ready.problems));
  return [ready.value.definition.decision, ready.value];
}

/** How random definitions ask them. */
export const RANDOM_DECISIONS = {
  route: { table: 'random-route', with: { size: 'count2', isUrgent: 'flag' } },
  notes: { table: 'random-list', with: { size: 'maybe' } },
} as const;
