import { describe, expect, it } from '@jest/globals';
import { distribute, mergeShares } from './distribute.js';

const rooms = [
  { accountId: 1, room: 300 },
  { accountId: 2, room: 0 },
  { accountId: 3, room: 500 },
];

describe('distribute', () => {
  it.each([
    [200, [{ accountId: 1, amount: 200 }]],
    [300, [{ accountId: 1, amount: 300 }]],
    [
      301,
      [
        { accountId: 1, amount: 300 },
        { accountId: 3, amount: 1 },
      ],
    ],
    [
      800,
      [
        { accountId: 1, amount: 300 },
        { accountId: 3, amount: 500 },
      ],
    ],
    [0, []],
  ])('takes %i fen in order of accounts', (amount, expected) => {
    expect(distribute(amount, rooms)).toEqual(expected);
  });

  it('gives nothing at all when the rooms together are one fen too small', () => {
    expect(distribute(801, rooms)).toBeNull();
  });
});

describe('mergeShares', () => {
  it('adds up each account and sorts by account, the order of locks', () => {
    const merged = mergeShares([
      { accountId: 9, amount: 5 },
      { accountId: 2, amount: 7 },
      { accountId: 9, amount: 1 },
      { accountId: 3, amount: 0 },
    ]);
    expect(merged).toEqual([
      { accountId: 2, amount: 7 },
      { accountId: 9, amount: 6 },
    ]);
  });
});
