import { Environment } from './environment.js';

/** `training` is settable too, and marks everything that leaves the installation. */
export const CLOCK_MODES = ['real', 'settable', 'training'] as const;
export type ClockMode = (typeof CLOCK_MODES)[number];

/** Business time. */
export class ClockConfig {
  /** SANSHE_CLOCK: `real` follows the system clock; `settable` for tests; `training` for 培训环境, which sends nothing outside. */
  readonly mode: ClockMode;

  constructor(environment: Environment = new Environment()) {
    this.mode = environment.oneOf('SANSHE_CLOCK', CLOCK_MODES, 'real');
  }

  /** 培训环境: nothing here is real, and everything says so. */
  get isTraining(): boolean {
    return this.mode === 'training';
  }
}
