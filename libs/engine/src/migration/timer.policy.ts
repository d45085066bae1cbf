/**
 * What happens to running deadlines when an instance moves to another version.
 * `keep`: due dates stay. `recompute`: as if the new version had held since the state was entered.
 * `remaining`: what is left stays left, and grows or shrinks by as much as the period does, counted from the move.
 */
export const TIMER_POLICIES = ['keep', 'recompute', 'remaining'] as const;
export type TimerPolicy = (typeof TIMER_POLICIES)[number];
export const DEFAULT_POLICY: TimerPolicy = 'keep';
