import type { BulkItemDto } from '../../api/generated/client.js';
import type { TaskDetail, TaskItem } from '../../api/shapes.js';

type Action = TaskDetail['actions'][number];

/** Tasks of one step take the same decisions; of different steps they cannot be decided at one stroke. */
export function isOneStep(tasks: readonly TaskItem[]): boolean {
  const steps = new Set(tasks.map((task) => `${task.process} ${task.state}`));
  return steps.size === 1;
}

/** Whether nothing but an opinion is asked for: a form with figures or files is filled in one by one. */
export function asksOpinionAlone(action: Action): boolean {
  const required: unknown = action.form?.schema['required'] ?? [];
  return Array.isArray(required) && required.every((field) => field === 'opinion');
}

export function itemsOf(tasks: readonly TaskItem[], action: Action, opinion: string): BulkItemDto[] {
  const said = opinion.trim();
  const isInForm = Array.isArray(action.form?.schema['required']) && action.form.schema['required'].length > 0;
  return tasks.map(({ id, version }) => ({
    task: id,
    version,
    event: action.event,
    ...(isInForm ? { form: { opinion: said } } : {}),
    ...(!isInForm && said !== '' ? { comment: said } : {}),
  }));
}
