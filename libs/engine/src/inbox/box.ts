/** Boxes of tasks: 待办, 超期, 已办. */
export const TASK_BOXES = ['todo', 'overdue', 'done'] as const;
export type TaskBox = (typeof TASK_BOXES)[number];

/** Boxes of cases: 我发起的, 抄送我的, 本地区的. */
export const CASE_BOXES = ['started', 'copied', 'area'] as const;
export type CaseBox = (typeof CASE_BOXES)[number];

export const BOXES = [...TASK_BOXES, ...CASE_BOXES] as const;
export type Box = (typeof BOXES)[number];
