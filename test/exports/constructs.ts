/**
 * One small definition for each construct that no shipped definition uses, and BPMN can say. An event of the top level
 * is not here: the engine starts an event sub-process only from inside. Nor is a group entered again after an error
 * inside of another group: the engine still holds the first error and throws it again.
 */
export const CONSTRUCTS: { readonly [name: string]: string } = {
  'several events and deadlines without a task': `
initial: waiting
states:
  waiting:
    on: { ACCEPT: granted, REFUSE: { target: refused } }
    after: { period: lapsed }
  granted: { type: final }
  refused: { type: final }
  lapsed: { on: { AGAIN: waiting, GIVE_UP: refused } }
`,
  'others act from the edge of a task': `
variables: { noted: { type: integer, default: 0 } }
initial: working
states:
  working:
    task: { assignee: { organisation: purchaser, role: officer }, due: none }
    on:
      DONE: over
      NOTE: { by: { organisation: supplier, role: bidder }, assign: { noted: noted + 1 } }
      STOP: { by: { organisation: finance, role: officer }, target: stopped }
    after: { period: stopped }
  stopped: { on: { RESUME: working, END: over } }
  over: { type: final }
`,
  'regions with and without a group of their own': `
initial: both
states:
  both:
    type: parallel
    states:
      left: { initial: a, states: { a: { on: { LEFT: b } }, b: { on: { BACK: a, LEFT_OVER: over } }, over: { type: final } } }
      right: { initial: a, states: { a: { on: { RIGHT: over } }, over: { type: final } } }
    onDone: done
  done: { type: final }
`,
  'out of two groups at once': `
variables: { bad: { type: boolean, default: false } }
initial: outer
states:
  outer:
    initial: inner
    after: { period: late }
    onDone: done
    states:
      inner:
        initial: deep
        onDone: after
        states:
          deep:
            on:
              OUT: { target: late, assign: { bad: 'true' } }
              NEXT: outer.after
              DOWN: ended
          ended: { type: final }
      after: { on: { FINISH: finished } }
      finished: { type: final }
  late: { on: { RETRY: outer, END: done } }
  done: { type: final }
`,
  'branches behind a boundary event and a deadline': `
variables: { tries: { type: integer, default: 0 } }
initial: working
states:
  working:
    task: { assignee: { organisation: purchaser, role: officer }, due: none }
    on: { DONE: { target: checking, assign: { tries: tries + 1 } } }
    after:
      period: [{ guard: tries > 1, target: over }, { target: checking }]
  checking:
    always: [{ guard: tries > 3, target: over }]
    on: { AGAIN: working }
  over: { type: final }
`,
};

const HEAD = `process: test.construct
version: 1
title: 测试
owner: { organisation: purchaser, role: officer }
parameters: { period: { type: duration, default: P3D } }
`;

export function constructSource(name: string): string {
  return `${HEAD}${(CONSTRUCTS[name] ?? '').trimStart()}`;
}
