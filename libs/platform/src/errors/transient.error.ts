import { SansheError, type SansheErrorOptions } from './sanshe.error.js';

/** Nobody is at fault: try again shortly. Mapped to 503 with Retry-After; jobs back off. */
export class TransientError extends SansheError {
  constructor(options: SansheErrorOptions) {
    super(options);
  }
}
