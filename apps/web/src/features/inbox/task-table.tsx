import { Link } from 'react-router';
import { stageOf, type TaskItem } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { DueTag } from '../../shared/ui/due-tag.js';
import type { Box } from './api/get-tasks.js';

/** A table on a desk, cards on a phone (the style sheet turns rows into cards by `data-label`). */
export function TaskTable({ tasks, box }: { readonly tasks: readonly TaskItem[]; readonly box: Box }) {
  const texts = useTexts();
  const isDone = box === 'done';
  return (
    <table className="cards-table">
      <thead>
        <tr>
          <th scope="col">{texts.inbox.matter}</th>
          <th scope="col">{texts.inbox.stage}</th>
          <th scope="col">{isDone ? texts.inbox.doneAt : texts.inbox.openedAt}</th>
          <th scope="col">{texts.inbox.due}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} isDone={isDone} />
        ))}
      </tbody>
    </table>
  );
}

function TaskRow({ task, isDone }: { readonly task: TaskItem; readonly isDone: boolean }) {
  const texts = useTexts();
  const stage = stageOf(task.process);
  const time = isDone ? (task.closedAt ?? task.openedAt) : task.openedAt;
  return (
    <tr className={task.overdue && !isDone ? 'is-late' : undefined}>
      <td className="cards-table__main">
        <Link to={`/projects/${task.rootId}?task=${task.id}`} className="row-link">
          {task.title}
        </Link>
        <span className="cards-table__sub">{task.caseTitle}</span>
      </td>
      <td data-label={texts.inbox.stage}>{stage === null ? texts.common.none : texts.stages[stage]}</td>
      <td data-label={isDone ? texts.inbox.doneAt : texts.inbox.openedAt}>
        <time dateTime={time}>{formatDateTime(time)}</time>
      </td>
      <td data-label={texts.inbox.due}>
        <DueTag dueAt={task.dueAt} isClosed={isDone} />
      </td>
    </tr>
  );
}
