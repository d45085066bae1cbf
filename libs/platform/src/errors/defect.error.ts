import { SansheError, type SansheErrorOptions } from './sanshe.error.js';

/** We must act: a definition, configuration or program is wrong. Mapped to 500 and reported. */
export class DefectError extends SansheError {
  constructor(options: SansheErrorOptions) {
    super(options);
  }
}
