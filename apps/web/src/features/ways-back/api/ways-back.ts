import { queryOptions } from '@tanstack/react-query';
import {
  type CommandAnswer,
  returningPreview,
  returningReject,
  returningTakeBack,
  tasksReturn,
  tasksWithdraw,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';

interface BackRequest {
  readonly taskId: number;
  /** Version of the task that the person saw. */
  readonly version: number;
  readonly to: string;
  readonly comment: string;
}

/** 退回 to an earlier step. */
export function returnTask({ taskId, version, to, comment }: BackRequest): Promise<CommandAnswer> {
  return answer(tasksReturn({ id: taskId, returnDto: { version, to, comment } }));
}

/** 驳回 to a place of the definition. */
export function rejectTask({ taskId, version, to, comment }: BackRequest): Promise<CommandAnswer> {
  return answer(returningReject({ id: taskId, rejectDto: { version, to, comment } }));
}

/** 撤回 of one's own last step. */
export function withdrawTask(taskId: number, comment: string): Promise<CommandAnswer> {
  return answer(tasksWithdraw({ id: taskId, withdrawDto: { comment } }));
}

/** 拿回, before the next person has touched it. */
export function takeBackTask(taskId: number, comment: string): Promise<CommandAnswer> {
  return answer(returningTakeBack({ id: taskId, takeBackDto: { comment } }));
}

/** What 退回 would do now; asked anew whenever the case changes. */
export const returnPreviewQuery = (rootId: number, taskId: number, to: string) =>
  queryOptions({
    queryKey: ['case', rootId, 'task', taskId, 'return-preview', to],
    queryFn: () => answer(returningPreview({ id: taskId, to })),
    enabled: to !== '',
  });
