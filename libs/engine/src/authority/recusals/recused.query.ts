/** People with a conflict of interest in a case: declared for it, for a party of it, or for somebody who took part. */
export const RECUSED = `SELECT user_id FROM engine_recusal
    WHERE subject_kind = 'case' AND subject_id = ? AND lifted_at IS NULL
  UNION ALL SELECT r.user_id FROM engine_party p JOIN engine_recusal r
    ON r.subject_kind = 'organisation' AND r.subject_id = p.organisation_id AND r.lifted_at IS NULL WHERE p.root_id = ?
  UNION ALL SELECT r.user_id FROM engine_party_person n JOIN engine_recusal r
    ON r.subject_kind = 'person' AND r.subject_id = n.user_id AND r.lifted_at IS NULL WHERE n.root_id = ?
  UNION ALL SELECT r.user_id FROM engine_task t JOIN engine_recusal r
    ON r.subject_kind = 'person' AND r.subject_id = t.closed_by AND r.lifted_at IS NULL
    WHERE t.root_id = ? AND t.status = 'done'`;

export function recusedValues(rootId: number): readonly number[] {
  return [rootId, rootId, rootId, rootId];
}
