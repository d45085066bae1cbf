import { describe, expect, it } from '@jest/globals';
import { addressOf, filterIn, isNarrowed } from './filter-address.js';

describe('the filter in the address', () => {
  it('comes back as it was', () => {
    const filter = { text: '社区 融入', stage: 'budgeting', overdue: false } as const;
    const address = new URLSearchParams(addressOf('todo', filter));
    expect(address.get('box')).toBe('todo');
    expect(filterIn(address)).toEqual(filter);
  });

  it('leaves out what is empty or unknown', () => {
    expect(filterIn(new URLSearchParams('text=&colour=red&box=done'))).toEqual({});
    expect(isNarrowed({})).toBe(false);
    expect(addressOf('todo', { text: '' })).toEqual({ box: 'todo' });
  });
});
