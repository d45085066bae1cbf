import { type FieldProblem, SansheError, type SansheErrorOptions } from './sanshe.error.js';

export type UserErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429;

export interface UserErrorOptions extends SansheErrorOptions {
  /** HTTP status; 422 unless the reason is about identity, authority, existence or a conflict. */
  readonly status?: UserErrorStatus;
  readonly fields?: readonly FieldProblem[];
}

/** The caller must act: the request is refused, nothing has changed. Mapped to a 4xx problem. */
export class UserError extends SansheError {
  readonly status: UserErrorStatus;
  readonly fields: readonly FieldProblem[];

  constructor(options: UserErrorOptions) {
    super(options);
    this.status = options.status ?? 422;
    this.fields = options.fields ?? [];
  }
}
