import type { RoundDetail } from '../../api/shapes.js';

/** Operations that name people. */
export const PEOPLE_OPERATIONS = ['transfer', 'delegate', 'add-before', 'add-after', 'copy'] as const;
export type PeopleOperation = (typeof PEOPLE_OPERATIONS)[number];

/** Operations with a dialog, in the order of their buttons. */
const SHOWN = ['claim', 'release', ...PEOPLE_OPERATIONS, 'remove-signer', 'retract'] as const;
export type DialogOperation = (typeof SHOWN)[number];

/** Whatever the round answers, and 抄送, which everybody may who may see the case. */
export function shownOperations(round: RoundDetail, isMine: boolean): readonly DialogOperation[] {
  const possible: readonly string[] = round.operations;
  return SHOWN.filter((name) => (name === 'copy' ? isMine : possible.includes(name)));
}

export function isPeopleOperation(name: DialogOperation): name is PeopleOperation {
  const names: readonly string[] = PEOPLE_OPERATIONS;
  return names.includes(name);
}
