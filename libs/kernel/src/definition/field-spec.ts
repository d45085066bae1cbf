export const FIELD_RIGHTS = ['hidden', 'read', 'write'] as const;
/** 表单权限, the narrowest first: not shown at all, shown but not entered, or entered. */
export type FieldRight = (typeof FIELD_RIGHTS)[number];

/** Who may do what with one field of a task's forms. */
export interface FieldSpec {
  /** By role. */
  readonly roles: { readonly [role: string]: FieldRight };
  /** Everybody else. */
  readonly others: FieldRight;
}
