import { describe, expect, it } from '@jest/globals';
import { BadIdError, RecordIdPipe } from './record-id.pipe.js';

const refusalOf = (value: unknown): unknown => {
  try {
    return new RecordIdPipe().transform(value, { data: 'id' });
  } catch (error) {
    return error instanceof BadIdError ? error.fields : error;
  }
};

describe('the id of a record in an address', () => {
  it.each(['1', '9007199254740991'])('may be %s', (value) => {
    expect(refusalOf(value)).toBe(Number(value));
  });

  it.each([
    ['abc', 'isInt'],
    ['1.5', 'isInt'],
    ['1e3', 'isInt'],
    ['', 'isInt'],
    [undefined, 'isInt'],
    ['0', 'min'],
    ['-1', 'min'],
    ['9007199254740993', 'max'],
  ])('may not be %s', (value, rule) => {
    expect(refusalOf(value)).toMatchObject([{ field: '/id', rule }]);
  });
});
