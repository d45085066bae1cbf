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

describe('what people do besides finishing tasks', () => {
  const REVIEWED = `
initial: drafting
states:
  drafting:
    task: { assignee: { organisation: purchaser, role: officer }, due: { within: P9D, remind: -P1D }, allow: [withdraw] }
    on: { SUBMIT: reviewing }
  reviewing:
    task: { assignee: { organisation: purchaser, role: leader }, due: { within: P9D, remind: -P1D }, allow: [return] }
    on: { APPROVE: done }
  done: { type: final }
`;

  it('sends work back as often as assumed, and never where nothing is assumed', () => {
    const never = own(REVIEWED, { cases: 100 });
    expect(never).toMatchObject({ ended: 100, returned: 0, withdrawn: 0, vacant: 0, tasks: 200 });
    const often = own(REVIEWED, { cases: 100, model: { operations: { return: 0.25 } } });
    expect(often.ended).toBe(100);
    expect(often.returned).toBeGreaterThan(15);
    expect(often.tasks).toBe(200 + 2 * often.returned);
  });

  it('takes steps back before anybody goes on, and the case still ends', () => {
    const model = { operations: { withdraw: 0.3 }, work: { default: { hours: 30, spread: 0.3 } } };
    const report = own(REVIEWED, { cases: 100, model });
    expect(report.ended).toBe(100);
    expect(report.withdrawn).toBeGreaterThan(15);
    // The step that was taken back is done again, and its follower opens again.
    expect(report.tasks).toBe(200 + 2 * report.withdrawn);
  });

  it('waits for somebody to stand in where a post is vacant, and says so', () => {
    const report = own(REVIEWED, { cases: 100, model: { vacancy: { share: 0.5, days: [10, 10] } } });
    expect(report.vacant).toBeGreaterThan(60);
    const places = report.waiting.map(({ waitingOn }) => waitingOn);
    expect(places).toEqual(expect.arrayContaining(['vacant purchaser/leader', 'purchaser/leader']));
    const vacant = report.waiting.filter(({ waitingOn }) => waitingOn.startsWith('vacant '));
    expect(vacant.reduce((sum, { days }) => sum + days, 0)).toBeCloseTo(report.vacant * 10, 0);
  });
});

describe('tasks that several sign', () => {
  const signed = (sign: string) =>
    own(
      `
initial: signing
states:
  signing:
    task: { assignee: { organisation: purchaser, role: leader }, sign: ${sign} }
    on: { APPROVE: done, REJECT: refused${sign.includes('abstain') ? ', ABSTAIN: ' : ''} }
  done: { type: final }
  refused: { type: final }
`,
      { model: { crews: { purchaser: { people: 3, reserve: 0 } }, events: { APPROVE: 0.8, REJECT: 0.1 } } },
    );

  it('end when enough people have voted, later the more of them must', () => {
    const [any, all, turns] = [
      'any',
      '{ mode: all, onReject: counts, decideEarly: false }',
      '{ mode: all, order: sequential, onReject: counts, decideEarly: false }',
    ].map(signed);
    for (const report of [any, all, turns]) expect(report).toMatchObject({ ended: 40, stuck: 0, neverTaken: [] });
    expect(any?.duration.p50).toBeLessThan(all?.duration.p50 ?? 0);
    expect(all?.duration.p50).toBeLessThan(turns?.duration.p50 ?? 0);
  });

  it('count abstentions, which the process never hears of', () => {
    const report = signed('{ mode: vote, abstain: ignored, decideEarly: false }');
    expect(report).toMatchObject({ ended: 40, stuck: 0, neverTaken: [], steps: 80 });
  });
});

describe('suspended processes', () => {
  const SUSPENDED = `
parameters: { examination: { type: duration, default: P30D } }
type: parallel
states:
  buying:
    initial: working
    states:
      working:
        task: { assignee: { organisation: purchaser, role: officer }, due: { within: P5WD, remind: -P1D, suspendable: [example-law#28] } }
        on: { FINISH: done }
      done: { type: final }
  complaints:
    initial: examining
    states:
      examining:
        entry: { suspend: { cause: example-law#28 } }
        exit: { resume: example-law#28 }
        after: { examination: settled }
      settled: { type: final }
`;

  it('stand still with their people and deadlines, and the time is told apart', () => {
    const report = own(SUSPENDED, { model: { work: { default: { hours: 3, spread: 0.1 } } } });
    expect(report).toMatchObject({ ended: 40, tasks: 40, missed: 0 });
    const held = report.places.find(({ waitingOn }) => waitingOn === 'suspended example-law#28');
    expect(held).toMatchObject({ state: 'buying.working', visits: 40 });
    // Thirty days are some twenty working days each.
    expect((held?.days ?? 0) / 40).toBeGreaterThan(15);
  });

  it('would miss their deadlines if these ran on', () => {
    const running = SUSPENDED.replace(', suspendable: [example-law#28]', '');
    expect(own(running, { model: { work: { default: { hours: 3, spread: 0.1 } } } })).toMatchObject({ missed: 40 });
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
