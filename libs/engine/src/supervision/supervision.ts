export const SUPERVISION_STATUSES = ['open', 'closed'] as const;
export type SupervisionStatus = (typeof SUPERVISION_STATUSES)[number];

/** `done`: the late task was done (已办). `closed`: by the superior (办结). `lapsed`: the task fell away undone. */
export const SUPERVISION_OUTCOMES = ['done', 'closed', 'lapsed'] as const;
export type SupervisionOutcome = (typeof SUPERVISION_OUTCOMES)[number];

/** 督办件: a late task of one organisation that a superior one looks after, since a rung of its ladder. */
export interface Supervision {
  readonly id: number;
  readonly rootId: number;
  readonly taskId: number;
  /** Level of the rung: a word of the configuration. */
  readonly level: string;
  /** The superior, and the role in it that acts. */
  readonly organisationId: number;
  readonly role: string;
  /** 被督办单位: the organisation that had the task when the rung fired. */
  readonly subjectId: number;
  readonly status: SupervisionStatus;
  readonly outcome: SupervisionOutcome | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** 书面说明: asked for by the superior, answered by who is supervised. */
export interface Explanation {
  readonly id: number;
  readonly question: string;
  readonly askedBy: number;
  readonly askedAt: Date;
  /** Null until it is given. */
  readonly answer: string | null;
  readonly attachments: readonly number[];
  readonly answeredBy: number | null;
  readonly answeredAt: Date | null;
}
