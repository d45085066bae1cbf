import { describe, expect, it } from '@jest/globals';
import { numberOfReceipt, numberOfRow, placeOf } from './receipt.js';

describe('the number of a receipt', () => {
  it('leads back to where it stands', () => {
    expect(placeOf(numberOfRow(12, 3))).toEqual({ in: 'history', rootId: 12, seq: 3 });
    expect(placeOf(numberOfReceipt(45))).toEqual({ in: 'receipts', id: 45 });
  });

  it.each(['', 'R', '12', '-3', '12-', 'r5', '12-3-4', ' 1-2', '99999999999999999-1', "1-1' OR 1"])(
    '%j is none',
    (number) => {
      expect(placeOf(number)).toBeNull();
    },
  );
});
