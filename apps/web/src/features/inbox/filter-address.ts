import type { Filter } from './api/get-tasks.js';

const TEXTS = ['text', 'stage', 'division', 'dueBefore', 'dueAfter', 'status', 'process'] as const;

/** The filter stands in the address: it survives a reload and can be sent to a colleague. */
export function filterIn(parameters: URLSearchParams): Filter {
  const texts = TEXTS.flatMap((key) => {
    const value = parameters.get(key) ?? '';
    return value === '' ? [] : [[key, value] as const];
  });
  const overdue = parameters.get('overdue');
  return {
    ...(Object.fromEntries(texts) as Filter), // each key takes a text; the server refuses what it does not know
    ...(overdue === null ? {} : { overdue: overdue === 'true' }),
  };
}

export function addressOf(box: string, filter: Filter): Record<string, string> {
  const entries = Object.entries({ box, ...filter }).map(([key, value]) => [key, String(value)] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

export function isNarrowed(filter: Filter): boolean {
  return Object.keys(filter).length > 0;
}
