import { DefectError, TransientError, UserError } from '#libs/platform';

/** Thrown when a record does not exist or is not for the caller's eyes: both look the same from outside. */
export class NotVisibleError extends UserError {
  constructor(what: 'case' | 'task' | 'instance' | 'attachment' | 'intervention' | 'supervision', id: number) {
    super({
      code: `engine.${what}-not-found`,
      status: 404,
      zh: `没有编号为 ${id} 的记录,或您无权查看。`,
      en: `There is no ${what} ${id}, or you may not see it.`,
      details: { id },
      fields: [{ field: '/id', rule: 'visible', zh: '不存在或无权查看', en: 'not there, or not for the caller' }],
    });
  }
}

/** How a task ended, in words. */
const CLOSED: Readonly<Record<string, string>> = {
  done: '已由他人办结',
  returned: '已退回',
  cancelled: '已撤销',
};

/** Thrown when a task was finished, returned or cancelled before the caller acted; the caller looks again. */
export class TaskClosedError extends UserError {
  constructor(taskId: number, status: string, closedAt: Date | null) {
    super({
      code: 'engine.task-not-open',
      status: 409,
      zh: `该待办${CLOSED[status] ?? '已不在办理中'}，本次操作未生效；请查看最新进展。`,
      en: `The task is no longer open (${status}); nothing was changed. Look at the case again.`,
      details: { taskId, status, closedAt },
    });
  }
}

/** Thrown when the caller saw an older state of the task; the caller reloads and decides again. */
export class StaleTaskError extends UserError {
  constructor(taskId: number, given: number, actual: number) {
    super({
      code: 'engine.task-stale',
      status: 409,
      zh: `该待办已有变化(您看到的是第 ${given} 版,现为第 ${actual} 版),本次操作未生效;请刷新后再办理。`,
      en: `The task has changed (you saw version ${given}, it is now ${actual}); nothing was changed. Reload and decide again.`,
      details: { taskId, given, actual },
      fields: [{ field: '/version', rule: 'current', zh: `应为 ${actual}`, en: `must be ${actual}` }],
    });
  }
}

/** Thrown when the event's name is not a declared one, or is one of the machine's own. */
export class UnknownEventError extends UserError {
  constructor(event: string, accepted: readonly string[]) {
    super({
      code: 'engine.unknown-event',
      status: 422,
      zh: `没有名为“${event}”的操作;此处可用:${accepted.join('、') || '无'}。`,
      en: `There is no event "${event}"; accepted here: ${accepted.join(', ') || 'none'}.`,
      details: { event, accepted },
      fields: [{ field: '/event', rule: 'declared', zh: '不是此处可用的操作', en: 'not an event accepted here' }],
    });
  }
}

/** Thrown when the definition's condition is not met; details carry the guard and its values. */
export class GuardRefusedError extends UserError {
  constructor(event: string, guard: string | undefined, values: unknown) {
    super({
      code: 'engine.guard-refused',
      zh: `当前条件不满足,不能执行“${event}”:${guard ?? ''}。`,
      en: `The condition for "${event}" does not hold: ${guard ?? ''}.`,
      details: { event, guard, values },
    });
  }
}

/** Thrown when a once-only event is sent again by the same person. */
export class AlreadySentError extends UserError {
  constructor(event: string) {
    super({
      code: 'engine.already-sent',
      status: 409,
      zh: `您已提交过“${event}”,不能重复提交。`,
      en: `You have already sent "${event}"; it is taken once.`,
      details: { event },
    });
  }
}

/** Thrown when nobody can be found who answers for the next step; an administrator completes the parties. */
export class NobodyResponsibleError extends UserError {
  constructor(relation: string, role: string, state: string) {
    super({
      code: 'engine.nobody-responsible',
      zh: `环节“${state}”找不到责任单位(关系:${relation},岗位:${role});请先在机构管理中补齐,再办理。`,
      en: `Step "${state}" has no responsible organisation (relation ${relation}, role ${role}); complete the organisations first.`,
      details: { relation, role, state },
    });
  }
}

/** Thrown when the idempotency key was used for another body; the caller takes a new key. */
export class IdempotencyConflictError extends UserError {
  constructor(key: string) {
    super({
      code: 'engine.idempotency-conflict',
      status: 409,
      zh: '同一幂等键已用于不同内容的请求;请更换幂等键后重试。',
      en: 'This idempotency key was used for a request with another body; take a new key.',
      details: { key },
      fields: [
        { field: '/headers/idempotency-key', rule: 'unique', zh: '已用于其他请求', en: 'used for another request' },
      ],
    });
  }
}

/** Thrown when the case is busy beyond the retries; try again shortly. */
export class CaseBusyError extends TransientError {
  constructor(rootId: number) {
    super({
      code: 'engine.case-busy',
      zh: '该项目正在被多人同时办理,请稍候重试;本次操作未生效。',
      en: 'The case is busy; nothing was changed. Try again shortly.',
      details: { rootId },
    });
  }
}

/** Thrown when the database is away; try again shortly, with the same idempotency key. */
export class DatabaseAwayError extends TransientError {
  constructor(cause: unknown) {
    super({
      code: 'engine.database-away',
      zh: '数据库暂时不可用,请稍候以同一幂等键重试。',
      en: 'The database is away; try again shortly with the same idempotency key.',
      cause,
    });
  }
}

/** Thrown when a pinned definition makes the machine fail; we must act. */
export class StepDefectError extends DefectError {
  constructor(process: string, state: string | undefined, message: string) {
    super({
      code: 'engine.step-defect',
      zh: `流程 ${process}${state ? ` 的环节 ${state}` : ''} 运行出错:${message}`,
      en: `Process ${process}${state ? ` state ${state}` : ''} failed: ${message}`,
      details: { process, state },
    });
  }
}
