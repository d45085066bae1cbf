import { describe, expect, it } from '@jest/globals';
import { covers, type DelegationScope, scopesMeet } from './delegation.js';

const scope = (change: Partial<DelegationScope> = {}): DelegationScope => ({
  roles: [],
  processes: [],
  divisions: [],
  ...change,
});
const work = { role: 'leader', process: 'procurement.open-tender', divisionCode: '513431102' };

describe('covers', () => {
  it.each<[string, Partial<DelegationScope>, boolean]>([
    ['without limits, everything', {}, true],
    ['its role', { roles: ['head', 'leader'] }, true],
    ['not another role', { roles: ['head'] }, false],
    ['its process', { processes: ['procurement.open-tender'] }, true],
    ['its family of processes', { processes: ['procurement.*'] }, true],
    ['not a family that only begins alike', { processes: ['procure.*'] }, false],
    ['not another process', { processes: ['procurement.open'] }, false],
    ['a division above', { divisions: ['513431'] }, true],
    ['not another division', { divisions: ['513432'] }, false],
    ['only when every limit holds', { roles: ['leader'], divisions: ['51'], processes: ['budgeting.*'] }, false],
  ])('%s', (_, limits, expected) => {
    expect(covers({ scope: scope(limits) }, work)).toBe(expected);
  });
});

describe('scopesMeet', () => {
  it.each<[string, Partial<DelegationScope>, Partial<DelegationScope>, boolean]>([
    ['two without limits', {}, {}, true],
    ['one without limits and any other', {}, { roles: ['head'] }, true],
    ['different roles', { roles: ['leader'] }, { roles: ['head'] }, false],
    ['a process and its family', { processes: ['procurement.*'] }, { processes: ['procurement.open'] }, true],
    ['two families', { processes: ['procurement.*'] }, { processes: ['budgeting.*'] }, false],
    ['a county and its township', { divisions: ['513431'] }, { divisions: ['513431102'] }, true],
    ['two counties', { divisions: ['513431'] }, { divisions: ['513432'] }, false],
  ])('%s', (_, one, other, expected) => {
    expect(scopesMeet(scope(one), scope(other))).toBe(expected);
    expect(scopesMeet(scope(other), scope(one))).toBe(expected);
  });
});
