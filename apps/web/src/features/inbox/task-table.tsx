import { Tag } from 'antd';
import { Checkbox } from 'antd';
import { Link } from 'react-router';
import { stageOf, type TaskItem } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { DueTag } from '../../shared/ui/due-tag.js';
import type { TaskBox } from './api/get-tasks.js';

interface TaskTableProps {
  readonly tasks: readonly TaskItem[];
  readonly box: TaskBox;
  /** Ids; without it nothing can be chosen. */
  readonly chosen?: ReadonlySet<number>;
  readonly onChoose?: (id: number, isChosen: boolean) => void;
}

/** A table on a desk, cards on a phone (the style sheet turns rows into cards by `data-label`). */
export function TaskTable({ tasks, box, chosen, onChoose }: TaskTableProps) {
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
          <TaskRow key={task.id} task={task} isDone={isDone} chosen={chosen} onChoose={onChoose} />
        ))}
      </tbody>
    </table>
  );
}

interface TaskRowProps extends Pick<TaskTableProps, 'chosen' | 'onChoose'> {
  readonly task: TaskItem;
  readonly isDone: boolean;
}

function TaskRow({ task, isDone, chosen, onChoose }: TaskRowProps) {
  const texts = useTexts();
  const stage = stageOf(task.process);
  const time = isDone ? (task.closedAt ?? task.openedAt) : task.openedAt;
  return (
    <tr className={task.overdue && !isDone ? 'is-late' : undefined}>
      <td className="cards-table__main">
        {chosen && onChoose ? (
          <Checkbox
            className="row-choice"
            checked={chosen.has(task.id)}
            aria-label={`${texts.boxes.choose} ${task.title} ${task.caseTitle}`}
            onChange={(event) => onChoose(task.id, event.target.checked)}
          />
        ) : null}
        <Link to={`/projects/${task.rootId}?task=${task.id}`} className="row-link">
          {task.title}
        </Link>
        {task.onBehalfOf === null ? null : <Tag color="gold">{texts.delegations.mark(task.onBehalfOf.name)}</Tag>}
        <span className="cards-table__sub">{task.caseTitle}</span>
      </td>
      <td data-label={texts.inbox.stage}>{stage === null ? texts.common.none : texts.stages[stage]}</td>
      <td data-label={isDone ? texts.inbox.doneAt : texts.inbox.openedAt}>
        <time dateTime={time}>{formatDateTime(time)}</time>
      </td>
      <td data-label={texts.inbox.due}>
        <DueTag dueAt={task.dueAt} isProvisional={!isDone && task.provisional} isClosed={isDone} />
      </td>
    </tr>
  );
}
