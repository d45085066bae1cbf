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
  {
    name: 'refusals',
    table: 'identity_refusal',
    columns: ['seq', 'id', 'at', 'user_id', 'organisation_id', 'method', 'path', 'status', 'code', 'detail', 'ip'],
  },
  {
    name: 'operations',
    table: 'identity_operation_log',
    columns: [
      'seq',
      'id',
      'at',
      'actor_user_id',
      'actor_organisation_id',
      'operation',
      'subject_kind',
      'subject_id',
      'subject_name',
      'before_values',
      'after_values',
      'reason',
      'ip',
    ],
  },
  {
    name: 'unmaskings',
    table: 'identity_unmasking_log',
    columns: [
      'seq',
      'id',
      'at',
      'actor_user_id',
      'actor_organisation_id',
      'subject_kind',
      'subject_id',
      'subject_name',
      'field',
      'reason',
      'ip',
    ],
  },
];
