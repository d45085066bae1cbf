/** A column that holds texts of the SecretBox; a library lists its own in its schema, so that no rotation forgets one. */
export interface SealedColumn {
  readonly table: string;
  /** The table's primary key, or its first column. */
  readonly key: string;
  readonly column: string;
  /** The context that the texts are sealed with. */
  readonly context: string;
  /** Column of the blind index of the same text. */
  readonly index?: string;
}
