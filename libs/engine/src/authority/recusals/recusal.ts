export const RECUSAL_SUBJECTS = ['case', 'organisation', 'person'] as const;
/** What somebody has a conflict with: one case, every case of an organisation, or every case in which a person takes part. */
export type RecusalSubject = (typeof RECUSAL_SUBJECTS)[number];

/** 回避: a declared conflict of interest. It keeps the person from acting and from being given tasks until it is lifted. */
export interface Recusal {
  readonly id: number;
  readonly userId: number;
  readonly subjectKind: RecusalSubject;
  readonly subjectId: number;
  readonly reason: string;
  readonly declaredBy: number;
  readonly declaredAt: Date;
  readonly liftedBy: number | null;
  readonly liftedAt: Date | null;
  readonly liftedBecause: string | null;
}

export interface RecusalRow {
  readonly id: number;
  readonly user_id: number;
  readonly subject_kind: RecusalSubject;
  readonly subject_id: number;
  readonly reason: string;
  readonly declared_by: number;
  readonly declared_at: Date;
  readonly lifted_by: number | null;
  readonly lifted_at: Date | null;
  readonly lifted_because: string | null;
}

export const RECUSAL_COLUMNS = `id, user_id, subject_kind, subject_id, reason, declared_by, declared_at, lifted_by, lifted_at,
  lifted_because`;

export function parseRecusal(row: RecusalRow): Recusal {
  return {
    id: Number(row.id),
    userId: Number(row.user_id),
    subjectKind: row.subject_kind,
    subjectId: Number(row.subject_id),
    reason: row.reason,
    declaredBy: Number(row.declared_by),
    declaredAt: row.declared_at,
    liftedBy: row.lifted_by === null ? null : Number(row.lifted_by),
    liftedAt: row.lifted_at,
    liftedBecause: row.lifted_because,
  };
}
