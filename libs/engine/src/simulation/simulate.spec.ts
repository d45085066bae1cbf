import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { computeDeadline } from '#libs/calendar';
import { type JsonObject, step } from '#libs/kernel';
import type { DirectoriesConfig } from '#libs/platform';
import { prepare } from '../definitions/bundle.store.js';
import type { Bundle } from '../definitions/bundle.js';
import { DefinitionCatalog } from '../definitions/definition.catalog.js';
import { parseYaml, readYamlFiles } from '../definitions/yaml.files.js';
import { loadCalendar } from '../timers/work-calendar.provider.js';
import { simulate } from './simulate.js';
import type { SimulationReport } from './simulation.report.js';
import type { ObservedStep } from './world.js';

const HEAD = 'process: test.process\ntitle: 测试流程\nowner: { organisation: purchaser, role: officer }\n';
const catalog = new DefinitionCatalog({
  workflowsDir: resolve('workflows'),
  configDir: resolve('config'),
} as DirectoriesConfig);
const calendar = loadCalendar(resolve('config'));
const file = readYamlFiles(resolve('config')).find(({ name }) => name === 'simulation.yaml');
const assumptions = file ? parseYaml(file) : {};

const prepared = new Map<string, Bundle>();

function bundleOf(process: string): Bundle | undefined {
  const entry = catalog.draft(process);
  const bundle = prepared.get(process) ?? (entry && prepare(catalog.bundleContent(entry, '513431')));
  if (bundle) prepared.set(process, bundle);
  return bundle;
}

function shipped(process: string, cases: number, observe?: (step: ObservedStep) => void): SimulationReport {
  const request = { process, division: '513431', cases, seed: 7, calendar, assumptions, bundleOf };
  return simulate(observe ? { ...request, observe } : request);
}

function own(yaml: string, { cases = 40, model = {} }: { cases?: number; model?: JsonObject } = {}): SimulationReport {
  const content = { version: 1, file: 'test.yaml', forms: {}, parameters: {}, ladders: {}, process: 'test.process' };
  const bundle = prepare({ ...content, source: HEAD + yaml });
  const frame = { process: 'test.process', division: '', cases, seed: 3, calendar };
  return simulate({ ...frame, assumptions: model, bundleOf: (id) => (id === 'test.process' ? bundle : undefined) });
}

const PROCESSES = catalog.processes().map(({ definition }) => definition.process);

describe('simulate over the shipped processes', () => {
  it.each(PROCESSES)('%s: every case ends or is reported stuck, and none is', (process) => {
    const report = shipped(process, 8);
    const outcomes = report.outcomes.reduce((sum, { count }) => sum + count, 0);
    const stuck = report.stuckCases.reduce((sum, { count }) => sum + count, 0);
    expect(outcomes + stuck).toBe(8);
    expect(report.stuckCases).toEqual([]);
  });

  it('gives the same report for the same seed, and another for another', () => {
    const first = shipped('application.standard', 30);
    expect(shipped('application.standard', 30)).toEqual(first);
    expect(first.duration.p50).toBeGreaterThan(0);
  });

  it('agrees with the kernel: each step taken again gives the same snapshot', () => {
    const seen: ObservedStep[] = [];
    shipped('project.lifecycle', 3, (taken) => seen.push(taken));
    expect(seen.length).toBeGreaterThan(100);
    for (const { process, before, event, facts, after } of seen) {
      const bundle = bundleOf(process);
      const again = bundle && step(bundle.compiled, before, event, facts);
      expect(again?.ok === true ? again.snapshot : again).toEqual(after);
    }
  });

  it('moves time forward only', () => {
    const last = new Map<number, string>();
    shipped('procurement.competitive-consultation', 10, (taken) => {
      expect(taken.facts.at >= (last.get(taken.case) ?? '')).toBe(true);
      last.set(taken.case, taken.facts.at);
    });
  });
});

describe('deadlines of simulated cases', () => {
  const WAITING = `
parameters: { period: { type: duration, default: P10WD } }
initial: waiting
states:
  waiting: { after: { period: done } }
  done: { type: final }
`;

  it('fire at their due time, not before', () => {
    const bundle = prepare({
      ...{ process: 'test.process', version: 1, file: 'test.yaml', forms: {}, ladders: {} },
      parameters: { period: 'P10WD' },
      source: HEAD + WAITING,
    });
    const at: { [kind: string]: string } = {};
    const observe = ({ event, facts }: ObservedStep): void => {
      at[event.kind] = facts.at;
      if (event.kind !== 'deadline') return;
      const due = computeDeadline({ from: at['start'] ?? '', period: 'P10WD', calendar });
      expect(facts.at).toBe(due.dueAt);
    };
    const frame = { process: 'test.process', division: '', cases: 30, seed: 5, calendar, assumptions: {} };
    expect(simulate({ ...frame, bundleOf: () => bundle, observe }).ended).toBe(30);
  });

  it('count as missed, with reminders and rungs, where people are slow', () => {
    const slow = own(
      `
initial: working
states:
  working:
    task:
      assignee: { organisation: purchaser, role: officer }
      due: { within: P2WD, remind: [-P1WD], escalate: none }
    on: { FINISH: done }
  done: { type: final }
`,
      { model: { work: { default: { hours: 200, spread: 0.1 } } } },
    );
    expect(slow).toMatchObject({ tasks: 40, missed: 40, reminders: 40 });
  });
});

describe('cases that get stuck', () => {
  it('are grouped with the reason, the values of the guard and the shortest path', () => {
    const report = own(`
variables: { votes: { type: integer, default: 0 } }
initial: drafting
states:
  drafting: { task: { assignee: { organisation: purchaser, role: officer } }, on: { SUBMIT: deciding } }
  deciding:
    task: { assignee: { organisation: purchaser, role: leader } }
    on: { DECIDE: { guard: 'votes > 2', target: done } }
  done: { type: final }
`);
    expect(report).toMatchObject({ ended: 0, stuck: 40, stuckCases: [{ count: 40 }] });
    expect(report.stuckCases[0]?.states).toEqual(['test.process:deciding']);
    expect(report.stuckCases[0]?.reason).toContain('votes > 2 does not hold with {"votes":0}');
    expect(report.stuckCases[0]?.path).toEqual(['test.process start', 'test.process SUBMIT']);
    expect(report.neverTaken).toEqual([{ process: 'test.process', state: 'deciding', event: 'DECIDE' }]);
  });

  it('say which process is missing', () => {
    const report = own(`
initial: outside
states:
  outside: { subprocess: { process: no.such }, onDone: done }
  done: { type: final }
`);
    expect(report.stuckCases[0]?.reason).toContain('there is no process "no.such"');
  });
});

describe('views without a declared sample', () => {
  it('take values around what guards compare them with, so that both ways are gone', () => {
    const report = own(`
parameters: { least: { type: integer, default: 2 } }
views: { bids: { source: test.bids, changedBy: BID } }
initial: opening
states:
  opening: { always: [{ guard: bids.count >= least, target: done }, { target: failed }] }
  done: { type: final }
  failed: { type: final }
`);
    expect(report.outcomes.map(({ state }) => state).sort()).toEqual(['done', 'failed']);
  });
});
