/**
 * 认领, 转办, 委派, 前加签, 后加签, 减签; 退回 sends the work back to an earlier step, 撤回 takes back one's own last
 * step, 拿回 takes it back before the next person acts, 驳回, 撤销, 抄送, 补录 enters later what was done earlier, and
 * whoever was drawn by lot declines (另抽).
 */
export const TASK_OPERATIONS = [
  'claim',
  'transfer',
  'delegate',
  'add-before',
  'add-after',
  'remove-signer',
  'return',
  'withdraw',
  'take-back',
  'reject',
  'cancel',
  'copy',
  'late-entry',
  'decline',
] as const;
export type TaskOperation = (typeof TASK_OPERATIONS)[number];

/** Allowed where a task says nothing: they move the work between people and never the process. */
export const USUAL_OPERATIONS: readonly TaskOperation[] = ['claim', 'transfer', 'delegate', 'copy'];
