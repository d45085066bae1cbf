/** 数据范围: which cases a caller may see. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'division'; readonly prefix: string }
  | { readonly kind: 'party'; readonly organisationId: number };
