/** MariaDB gives JSON columns as text, MySQL as values; both come out alike. The writer's type is the schema. */
export function readJson<T>(column: unknown): T {
  const value: unknown = typeof column === 'string' ? JSON.parse(column) : column;
  return value as T;
}

/** A text column that may be NULL. */
export function textOrNull(column: unknown): string | null {
  return typeof column === 'string' ? column : null;
}
