/** Events that random definitions declare and random walks send. */
export const RANDOM_EVENTS = ['GO', 'BACK', 'STAY'] as const;
export const DEADLINES = ['shortPeriod', 'longPeriod', 'dueDate', 'lastCall'] as const;
export const GUARDS = [
  'count1 < 2',
  'count1 >= 1 and flag',
  'not(flag)',
  'count2 > limit',
  'bids.count > 0',
  'elapsed("shortPeriod")',
  'elapsed("dueDate")',
  'elapsed("lastCall")',
  'command.payload.amount >= 5',
  'count1 + count2 < 6',
  'today() > "2026-01-10"',
  'true',
  'false',
  'maybe > 1',
  'route.kind = "large"',
  'route.steps < 3 and flag',
  'notes != null and count(notes) > 1',
] as const;
export const LISTS = ['[1, 2, 3]', '[count1, count2]', 'if flag then [] else [1, 2]', 'maybe'] as const;
export const CHILD_GUARDS = [
  'children.done >= 1',
  'children.count > 2',
  'count(children.outputs[item.result = 0]) > 0',
] as const;
export const COUNT_GUARDS = ['count1 < 3', 'count2 < 2'] as const;
export const SUSPENSIONS = [
  { suspend: 'law-1#4' },
  { suspend: { scope: 'case', cause: 'law-1#4', except: ['other.process'] } },
  { resume: 'law-1#4' },
  { resume: { scope: 'case', cause: 'law-1#4' } },
] as const;
