import type { ProcessDefinition, SignSpec, StateSpec } from '#libs/kernel';
import type { Branch, ConformanceCase } from './case-table.js';

const OFFICER = 'assignee: { organisation: purchaser, role: business-officer }, due: none';

/** The process of a row, in which somebody begins and the persons of the row sign. */
export function definitionOf({ sign, branch }: Pick<ConformanceCase, 'sign' | 'branch'>, name = 'row'): string {
  return [
    head(name),
    `initial: ${branch === '子流程' ? 'signing' : 'drafting'}`,
    'states:',
    ...body(sign, branch),
  ].join('\n');
}

/** The process around a subprocess. */
export function callerOf(name: string): string {
  return [
    head(`${name}-caller`),
    'initial: drafting',
    'states:',
    `  drafting: { task: { ${OFFICER} }, on: { SUBMIT: calling } }`,
    `  calling: { subprocess: conformance.${name}, onDone: ended }`,
    '  ended: { type: final }',
  ].join('\n');
}

/** The signing rule of the definition. */
export function signIn({ root }: ProcessDefinition): SignSpec | undefined {
  return rulesBelow(root)[0];
}

function rulesBelow(state: StateSpec): readonly SignSpec[] {
  const own = state.task?.sign === undefined ? [] : [state.task.sign];
  return [...own, ...Object.values(state.states).flatMap(rulesBelow)];
}

function head(name: string): string {
  return [
    `process: conformance.${name}`,
    'version: 1',
    'title: 办理规则一致性',
    'owner: { organisation: purchaser, role: business-officer }',
  ].join('\n');
}

function body(sign: string, branch: Branch): readonly string[] {
  const drafting = (target: string) => `  drafting: { task: { ${OFFICER} }, on: { SUBMIT: ${target} } }`;
  if (branch === '并行分支') {
    return [
      drafting('working'),
      '  working:',
      '    type: parallel',
      '    states:',
      '      review:',
      '        initial: signing',
      '        states:',
      ...signing(sign).map((line) => `        ${line}`),
      '      filing:',
      '        initial: collecting',
      '        states:',
      `          collecting: { task: { ${OFFICER} }, on: { FILE: filed } }`,
      '          filed: { type: final }',
      '    onDone: ended',
      '  ended: { type: final }',
    ];
  }
  return [...(branch === '普通' ? [drafting('signing')] : []), ...signing(sign)];
}

function signing(sign: string): readonly string[] {
  return [
    '  signing:',
    '    title: 办理',
    '    task:',
    '      assignee: { organisation: purchaser, role: leader }',
    '      due: none',
    `      sign: ${sign}`,
    '      allow: [add-before, add-after, remove-signer, withdraw]',
    '    on:',
    '      APPROVE: passed',
    '      REJECT: refused',
    ...(sign.includes('abstain:') ? ['      ABSTAIN:'] : []),
    `  passed: { task: { ${OFFICER} }, on: { CLOSE: closed } }`,
    `  refused: { task: { ${OFFICER} }, on: { CLOSE: closed } }`,
    '  closed: { type: final }',
  ];
}
