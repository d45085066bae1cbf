import { describe, expect, it } from '@jest/globals';
import { aDefinition } from '../../testing/a-process.js';
import { DefinitionIndex } from '../../definition/definition-index.js';
import { proveGate } from '../check-gate.js';
import { Exploration } from './exploration.js';

const TASK = 'task: { assignee: { organisation: x, role: y } }';

const found = (yaml: string) => proveGate(aDefinition(yaml));
const END = 'end: { type: final }';

describe('many children', () => {
  const many = (onDone: string, more = '', list = 'lots') => `
variables: { lots: { type: list, default: [] } }
initial: a
states:
  a:
    subprocess: { process: other, each: '${list}', as: lot, with: { lot: lot }${more} }
    onDone: ${onDone}
    on: { GIVE_UP: { guard: children.done = 0, target: end } }
  ${END}
`;

  it('are as many as the list says, and complete one by one', () => {
    const report = found(many('[{ guard: children.done < children.count, target: end }, end]', '', '[1, 2, 3]'));
    expect(report).toMatchObject({ exactness: 'exact', findings: [{ code: 'never-taken', exactness: 'exact' }] });
    expect(report.situations).toBe(4);
  });

  it('may be enough before all are done', () => {
    const more = ', completeWhen: children.done >= 2';
    expect(
      found(many('[{ guard: children.done < children.count, target: end }, end]', more, '[1, 2, 3]')),
    ).toMatchObject({
      findings: [{ code: 'never-taken', message: expect.stringMatching(/`onDone`/) }],
    });
  });

  it('are any number that guards tell apart where the list comes from outside', () => {
    expect(
      found(many('[{ guard: children.count > 7, target: end }, { guard: children.done = 0, target: end }, end]')),
    ).toMatchObject({
      findings: [],
      exactness: 'exact',
    });
  });
});

describe('many children that are enough at once', () => {
  it('go round for ever where the way back leads into them', () => {
    const yaml = `
type: parallel
states:
  a: { subprocess: { process: other, each: '[1, 2]', as: lot, with: {}, completeWhen: children.count > 1 }, onDone: b }
  b: { ${TASK} }
`;
    expect(new Exploration(new DefinitionIndex(aDefinition(yaml))).refused).toMatchObject([
      { refusal: { code: 'cycle' } },
    ]);
  });
});

describe('returned work', () => {
  const yaml = (allow: string) => `
variables: { isAsked: { type: boolean, default: false } }
initial: a
states:
  a:
    ${TASK}
    on: { GO: [{ guard: isAsked, target: again }, { target: b, assign: { isAsked: 'true' } }] }
  b:
    task: { assignee: { organisation: x, role: y }${allow} }
    on: { GO: end }
  again: { ${TASK}, on: { GO: end } }
  ${END}
`;

  it('comes to an earlier state with the values as they are', () => {
    expect(found(yaml('')).findings.map(({ code }) => code)).toEqual(['never-taken', 'never-entered']);
    expect(found(yaml(', allow: return')).findings).toEqual([]);
  });
});

describe('the work of the exploration', () => {
  it('ends where what is done is done again for ever within one step', () => {
    const yaml = `
initial: a
states:
  a:
    initial: x
    states:
      x: { ${TASK}, on: { GO: y } }
      y: { type: final }
    on: { STOP: end }
    onDone: a.y
  end: { type: final }
`;
    expect(proveGate(aDefinition(yaml)).findings).toMatchObject([
      { code: 'always-cycle', line: 12, message: expect.stringMatching(/`onDone` of the state `a` goes round/) },
    ]);
  });

  it('is limited inside of a step too, and the report says that not everything was looked at', () => {
    const flags = Array.from({ length: 24 }, (_, index) => `f${index}`);
    const yaml = `
variables: { ${flags.map((flag) => `${flag}: { type: boolean, default: false }`).join(', ')} }
initial: a
states:
  a:
    ${TASK}
    on:
      GO: { assign: { ${flags.map((flag) => `${flag}: command.payload.${flag}`).join(', ')} } }
      END: { guard: ${flags.join(' or ')}, target: end }
  end: { type: final }
`;
    const before = process.cpuUsage();
    const report = proveGate(aDefinition(yaml));
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(10_000);
    expect(report).toMatchObject({ exactness: 'approximate', why: expect.stringMatching(/situations/) });
    expect(report).toEqual(proveGate(aDefinition(yaml)));
  });

  it.each([
    ['two thousand states in a row', 2_000, ''],
    ['three hundred states from which work may be returned to all before', 300, ', allow: return'],
  ])('does not grow out of all measure with %s', (_name, count, allow) => {
    const task = `task: { assignee: { organisation: x, role: y }${allow} }`;
    const states = Array.from({ length: count }, (_, at) => `  s${at}: { ${task}, on: { GO: s${at + 1} } }`);
    const definition = aDefinition(`initial: s0\nstates:\n${states.join('\n')}\n  s${count}: { type: final }\n`);
    const before = process.cpuUsage();
    expect(proveGate(definition).findings).toEqual([]);
    // A quiet core needs a fifth of a second; with a square of the states it would be minutes.
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(6_000);
  });
});
