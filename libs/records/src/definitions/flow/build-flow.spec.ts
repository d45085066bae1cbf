import { describe, expect, it } from '@jest/globals';
import { aProcess } from '../../testing/a-process.js';
import { buildFlow } from './build-flow.js';
import type { FlowScope } from './process-flow.js';

const TASK = 'task: { assignee: { organisation: purchaser, role: officer }, due: none }';
const flowOf = (yaml: string) => buildFlow(aProcess(yaml).definition);
const kinds = ({ nodes }: FlowScope): readonly string[] => nodes.map(({ id, kind }) => `${kind} ${id}`);
const links = ({ flows }: FlowScope): readonly string[] =>
  flows.map(
    ({ from, to, condition, isDefault }) =>
      `${from} → ${to}${isDefault ? ' default' : ''}${condition ? ` if ${condition}` : ''}`,
  );

describe('buildFlow', () => {
  it('a task with one way on has no gateway', () => {
    const { root } = flowOf(`initial: a\nstates: { a: { ${TASK}, on: { GO: b } }, b: { type: final } }`);
    expect(kinds(root)).toEqual(['start process-start', 'userTask a', 'end b']);
    expect(links(root)).toEqual(['process-start → a', 'a → b']);
  });

  it('events of a task and their guards are decided by one gateway behind it', () => {
    const { root } = flowOf(`
variables: { n: { type: integer, default: 0 } }
initial: a
states:
  a: { ${TASK}, on: { GO: [{ guard: n > 1, target: b }, { target: c }], BACK: c } }
  b: { type: final }
  c: { type: final }
`);
    expect(links(root)).toEqual([
      'process-start → a',
      'a → a-branch',
      'a-branch → b if event = "GO" and (n > 1)',
      'a-branch → c if event = "GO"',
      'a-branch → c if event = "BACK"',
    ]);
  });

  it('without a branch that always holds the token stays', () => {
    const { root } = flowOf(`
variables: { n: { type: integer, default: 0 } }
initial: a
states: { a: { ${TASK}, on: { GO: { guard: n > 1, target: b } } }, b: { type: final } }
`);
    expect(links(root)).toContain('a-branch → a default');
  });

  it('whoever is not the assignee acts from the edge, and ends the task only by leaving it', () => {
    const { root } = flowOf(`
initial: a
states:
  a:
    ${TASK}
    on:
      GO: b
      NOTE: { by: { organisation: supplier, role: bidder } }
      STOP: { by: { organisation: supplier, role: bidder }, target: b }
  b: { type: final }
`);
    const events = root.nodes.find(({ id }) => id === 'a')?.boundary;
    expect(events?.map(({ id, interrupting }) => [id, interrupting])).toEqual([
      ['a-NOTE', false],
      ['a-STOP', true],
    ]);
  });

  it('several things that are waited for stand behind an event-based gateway', () => {
    const { root } = flowOf(`
parameters: { period: { type: duration, default: P3D } }
initial: a
states: { a: { on: { GO: b }, after: { period: b } }, b: { type: final } }
`);
    expect(kinds(root)).toEqual(['start process-start', 'eventGateway a', 'catch a-GO', 'catch a-period', 'end b']);
  });

  it('out of a group leads an error end and its boundary event', () => {
    const { root } = flowOf(`
initial: g
states:
  g: { initial: x, onDone: d, states: { x: { on: { OUT: d, END: y } }, y: { type: final } } }
  d: { type: final }
`);
    const group = root.nodes.find(({ id }) => id === 'g');
    expect(group?.boundary.map(({ id, trigger }) => [id, trigger.kind])).toEqual([['g-to-d', 'error']]);
    expect(links(root)).toEqual(['process-start → g', 'g-to-d → d', 'g → d']);
    expect(kinds(group?.inner ?? root)).toContain('leave g-leave-d');
  });

  it('regions are forked and joined; one that only waits needs no group', () => {
    const { root } = flowOf(`
initial: p
states:
  p:
    type: parallel
    onDone: d
    states:
      one: { initial: a, states: { a: { on: { ONE: b } }, b: { type: final } } }
      two: { initial: a, states: { a: { on: { TWO: b } }, b: { on: { MORE: a, END: c } }, c: { type: final } } }
  d: { type: final }
`);
    const inner = root.nodes.find(({ id }) => id === 'p')?.inner ?? root;
    expect(links(inner)).toEqual([
      'p-start → p-fork',
      'p_two → p-join',
      'p-join → p-end',
      'p_one_a → p-join',
      'p-fork → p_one_a',
      'p-fork → p_two',
    ]);
  });

  it('an event of the top level stands beside the flow', () => {
    const { root } = flowOf(`
initial: a
on: { CANCEL: c }
states: { a: { ${TASK}, on: { GO: b } }, b: { type: final }, c: { title: 已取消, type: final } }
`);
    const beside = root.nodes.find(({ kind }) => kind === 'eventSubProcess');
    expect(beside?.inner?.nodes.map(({ name, interrupting }) => [name, interrupting])).toEqual([
      ['CANCEL', true],
      ['已取消', undefined],
    ]);
    // An end that nothing leads to would be a second start.
    expect(kinds(root)).not.toContain('end c');
  });
});
