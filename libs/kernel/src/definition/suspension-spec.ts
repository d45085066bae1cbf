export const SUSPENSION_SCOPES = ['instance', 'case'] as const;
/** `instance`: this process and all below it; `case`: every process of the case but this one and those below it. */
export type SuspensionScope = (typeof SUSPENSION_SCOPES)[number];

/**
 * 暂停: nobody acts in what is suspended, and the deadlines that the cause stops stand still until it is resumed.
 * What suspends goes on: the region in which it stands, and what is listed in `except`.
 */
export interface SuspensionSpec {
  readonly scope: SuspensionScope;
  /** Law key, e.g. `example-law#28`. */
  readonly cause: string;
  /** States of this process, or ids of processes, that go on. */
  readonly except: readonly string[];
}
