import { describe, expect, it } from '@jest/globals';
import { parseProcess } from './parse-process.js';

const process = (fields: string): string => `
process: test.fields
version: 1
title: 测试
owner: { organisation: purchaser, role: officer }
initial: asking
states:
  asking:
    task:
      assignee: { organisation: purchaser, role: officer }
      form: need
      fields: ${fields}
    on: { SUBMIT: done }
  done: { type: final }
`;

function read(fields: string) {
  const parsed = parseProcess(process(fields), 'test.yaml');
  return parsed.ok
    ? parsed.value.root.states['asking']?.task?.fields
    : parsed.problems.map(({ code, line }) => [code, line]);
}

describe('fields of a task', () => {
  it('are narrowed for everybody, or by role', () => {
    expect(read('{ amount: read, opinion: { leader: write, others: hidden }, note: { auditor: read } }')).toEqual({
      amount: { roles: {}, others: 'read' },
      opinion: { roles: { leader: 'write' }, others: 'hidden' },
      note: { roles: { auditor: 'read' }, others: 'write' },
    });
  });

  it.each([['{ amount: readonly }'], ['{ opinion: { leader: none } }'], ['read']])('are refused as %s', (fields) => {
    expect(read(fields)).toEqual([[expect.any(String), 12]]);
  });
});
