import type { BoardLine } from '../../api/shapes.js';

type Figures = Pick<BoardLine, 'counts' | 'fellDue' | 'onTime'>;

/** All areas together. */
export function totalOf(lines: readonly Figures[]): Figures {
  return lines.reduce(added, NOTHING);
}

/** On-time rate in whole percent; null where nothing fell due. Never 100 while one was late. */
export function percentOf({ fellDue, onTime }: Pick<Figures, 'fellDue' | 'onTime'>): number | null {
  return fellDue === 0 ? null : Math.floor((onTime / fellDue) * 100);
}

const NOTHING: Figures = {
  counts: {
    open: 0,
    'due-this-week': 0,
    overdue: 0,
    'late-1-3': 0,
    'late-4-7': 0,
    'late-8-15': 0,
    'late-over-15': 0,
    escalated: 0,
  },
  fellDue: 0,
  onTime: 0,
};

function added(a: Figures, b: Figures): Figures {
  const counts = { ...a.counts };
  for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += b.counts[key]; // its own keys
  return { counts, fellDue: a.fellDue + b.fellDue, onTime: a.onTime + b.onTime };
}
