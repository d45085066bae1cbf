/** How a period is counted. Each has its own rule under `counting/`. */
export const PERIOD_KINDS = ['workingDays', 'naturalDays', 'months', 'elapsed'] as const;
/** One of `PERIOD_KINDS`. */
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A parsed length of time. All amounts are whole numbers; a negative period has every amount negative. */
export type Period =
  /** 工作日 `P7WD` */
  | { readonly kind: 'workingDays'; readonly days: number }
  /** 自然日 `P10D`, `P2W` */
  | { readonly kind: 'naturalDays'; readonly days: number }
  /** `P1M`, `P1Y`, `P1M10D`: months by corresponding day, then the days. */
  | { readonly kind: 'months'; readonly months: number; readonly days: number }
  /** `PT30M`: time on the clock, not counted in days. */
  | { readonly kind: 'elapsed'; readonly milliseconds: number };

/** Why a text is not a period, and what to write instead. */
export interface PeriodProblem {
  readonly code: 'calendar.period-malformed' | 'calendar.period-mixed' | 'calendar.period-too-long';
  readonly message: { readonly zh: string; readonly en: string };
}

/** Answer of `parsePeriod`. */
export type PeriodResult =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly problem: PeriodProblem };

/** The same period counted the other way. */
export function negated(period: Period): Period {
  switch (period.kind) {
    case 'workingDays':
    case 'naturalDays':
      return { kind: period.kind, days: minus(period.days) };
    case 'months':
      return { kind: 'months', months: minus(period.months), days: minus(period.days) };
    case 'elapsed':
      return { kind: 'elapsed', milliseconds: minus(period.milliseconds) };
  }
}

// Not `-n`: a minus zero would make two equal periods compare as different.
function minus(amount: number): number {
  return 0 - amount;
}
