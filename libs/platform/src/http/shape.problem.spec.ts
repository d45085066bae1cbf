import { describe, expect, it } from '@jest/globals';
import { HttpException } from '@nestjs/common';
import { shapeProblems } from './shape.problem.js';

const fieldsOf = (status: number, message: string, path = {}) =>
  shapeProblems(new HttpException(message, status), path).fields.map(({ field, rule }) => `${field} ${rule}`);

describe('refusals of the framework', () => {
  it.each([
    [413, 'request entity too large', {}, [' maxBytes']],
    [400, "Body is not valid JSON but content-type is set to 'application/json'", {}, [' json']],
    [400, 'Validation failed (numeric string is expected)', { id: 'abc' }, ['/id isInt']],
    [
      400,
      'Validation failed (numeric string is expected)',
      { id: '12', taskId: '1.5', event: 'GO' },
      ['/taskId isInt'],
    ],
    [404, 'Cannot GET /nope', { id: 'abc' }, []],
  ])('%i %s names field and rule', (status, message, path, fields) => {
    expect(fieldsOf(status, message, path)).toEqual(fields);
  });

  it('says in Chinese where it is', () => {
    const { code, text } = shapeProblems(new HttpException('Validation failed (numeric string is expected)', 400), {
      id: 'x',
    });
    expect({ code, zh: text.zh }).toEqual({ code: 'platform.bad-shape', zh: '请求有误:/id 应为整数。' });
  });
});
