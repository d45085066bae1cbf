/** An append-only table whose rows are sealed batch by batch. */
export interface SealedLog {
  /** As `sanshe logs verify` calls it. */
  readonly name: string;
  /** It has a column `seq`, counted up by the database, and `at`. */
  readonly table: string;
  /** All that a row says, in the order in which it is hashed; a change would break every seal. */
  readonly columns: readonly string[];
}

export const SEALED_LOGS: readonly SealedLog[] = [
  {
    name: 'logins',
    table: 'identity_login_log',
    columns: ['seq', 'id', 'at', 'login', 'user_id', 'outcome', 'ip', 'user_agent'],
  },
];
