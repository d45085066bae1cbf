import { Environment } from './environment.js';

export const CLOCK_MODES = ['real', 'settable'] as const;
export type ClockMode = (typeof CLOCK_MODES)[number];

/** Business time. */
export class ClockConfig {
  /** SANSHE_CLOCK: `settable` for training and tests only; `real` follows the system clock. */
  readonly mode: ClockMode;

  constructor(environment: Environment = new Environment()) {
    this.mode = environment.oneOf('SANSHE_CLOCK', CLOCK_MODES, 'real');
  }
}
