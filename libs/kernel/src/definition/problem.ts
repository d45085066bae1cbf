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
  /** Path of the state that it is about. */
  readonly state?: string;
  /** The shortest way from the start to the trouble. */
  readonly path?: readonly PathStep[];
  /** Whether it is certain; `approximate` where values had to be guessed at, and then `why` says which. */
  readonly exactness?: Exactness;
  readonly why?: string;
}

/** One stop on the way to a problem: where the process is, and the event or deadline that brought it there. */
export interface PathStep {
  readonly state: string;
  /** `start` for the first. */
  readonly via: string;
}

export const EXACTNESS = ['exact', 'approximate'] as const;
export type Exactness = (typeof EXACTNESS)[number];

/** Expected failure is a value. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };
