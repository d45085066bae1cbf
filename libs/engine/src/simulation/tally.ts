import type { CaseOutcome, Percentiles, StuckGroup, TakenKey } from './simulation.report.js';

interface Count {
  visits: number;
  minutes: number;
}

interface TaskCount {
  tasks: number;
  missed: number;
}

interface OutcomeCount {
  readonly state: string;
  readonly output: Extract<CaseOutcome, { kind: 'ended' }>['output'];
  count: number;
}

/** A place of a process, as a key. */
export interface Place {
  readonly process: string;
  readonly state: string;
}

/** Counts what happens in the cases, so that nothing of a case must be kept. */
export class Tally {
  steps = 0;
  reminders = 0;
  provisional = 0;
  returned = 0;
  withdrawn = 0;
  vacant = 0;
  readonly stays = new Map<string, Count & Place & { readonly waitingOn: string }>();
  readonly tasks = new Map<string, TaskCount & Place>();
  readonly levels = new Map<string, number>();
  readonly outcomes = new Map<string, OutcomeCount>();
  readonly stuck = new Map<string, StuckGroup>();
  readonly minutes: number[] = [];
  private readonly takenKeys = new Set<string>();

  stayed(place: Place, waitingOn: string, minutes: number): void {
    const key = `${place.process} ${place.state} ${waitingOn}`;
    const known = this.stays.get(key) ?? { ...place, waitingOn, visits: 0, minutes: 0 };
    known.visits += 1;
    known.minutes += minutes;
    this.stays.set(key, known);
  }

  taskClosed(place: Place, isMissed: boolean): void {
    const key = `${place.process} ${place.state}`;
    const known = this.tasks.get(key) ?? { ...place, tasks: 0, missed: 0 };
    known.tasks += 1;
    if (isMissed) known.missed += 1;
    this.tasks.set(key, known);
  }

  escalated(level: string): void {
    this.levels.set(level, (this.levels.get(level) ?? 0) + 1);
  }

  took(key: TakenKey): void {
    this.takenKeys.add(textOfKey(key));
  }

  hasTaken(key: TakenKey): boolean {
    return this.takenKeys.has(textOfKey(key));
  }

  finished(index: number, outcome: CaseOutcome): void {
    if (outcome.kind === 'ended') return this.ended(outcome);
    const key = `${outcome.states.join(' ')} ${outcome.reason}`;
    const known = this.stuck.get(key);
    const isShorter = !known || outcome.path.length < known.path.length;
    this.stuck.set(key, {
      states: outcome.states,
      reason: outcome.reason,
      count: (known?.count ?? 0) + 1,
      case: isShorter ? index : known.case,
      path: isShorter ? outcome.path : known.path,
    });
  }

  private ended({ state, output, minutes }: Extract<CaseOutcome, { kind: 'ended' }>): void {
    this.minutes.push(minutes);
    const known = this.outcomes.get(state) ?? { state, output, count: 0 };
    known.count += 1;
    this.outcomes.set(state, known);
  }
}

/** Percentiles by the nearest rank. */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

function textOfKey({ process, state, event }: TakenKey): string {
  return `${process} ${state} ${event}`;
}
