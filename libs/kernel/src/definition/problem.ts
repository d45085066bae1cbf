/** One thing that is wrong in a definition, form or event, and what to write instead. */
export interface Problem {
  /** Stable kebab-case reason, e.g. `unknown-target`. */
  readonly code: string;
  readonly file: string;
  readonly line: number;
  /** A sentence that says what is wrong. */
  readonly message: string;
  /** A sentence that says what to write or do instead. */
  readonly hint: string;
}

/** Expected failure is a value. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };
