/** A due time of a task that a person has, as a calendar shows it. */
export interface PersonalDeadline {
  readonly taskId: number;
  readonly rootId: number;
  readonly taskTitle: string;
  readonly caseTitle: string;
  /** The first moment that is too late. */
  readonly dueAt: Date;
  /** 暂定 */
  readonly isProvisional: boolean;
  /** The law that it rests on, as it is cited. */
  readonly law: string | null;
  readonly openedAt: Date;
  /** Grows when the due time moves. */
  readonly revision: number;
}
