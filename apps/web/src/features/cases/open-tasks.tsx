import { useQuery } from '@tanstack/react-query';
import type { CaseDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { DueTag } from '../../shared/ui/due-tag.js';
import { casePowersQuery } from '../interventions/api/interventions.js';
import { UrgeTask } from '../operations/urge-task.js';

interface OpenTasksProps {
  readonly found: CaseDetail;
  readonly shown: number | undefined;
  readonly onOpen: (taskId: number) => void;
}

/** What is being worked on now, and by whom. */
export function OpenTasks({ found, shown, onOpen }: OpenTasksProps) {
  const texts = useTexts();
  const mayUrge = useQuery(casePowersQuery(found.id)).data?.urge ?? false;
  return (
    <section className="panel">
      <h2>{texts.project.openTasks}</h2>
      {found.tasks.length === 0 ? <p className="muted">{texts.project.noTasks}</p> : null}
      <ul className="plain-list">
        {found.tasks.map((task) => (
          <li key={task.id} className={task.mine ? 'is-mine' : undefined}>
            <div className="open-task">
              {task.mine && task.id !== shown ? (
                <button type="button" className="link-button" onClick={() => onOpen(task.id)}>
                  {task.title}
                </button>
              ) : (
                <strong>{task.title}</strong>
              )}
              <DueTag dueAt={task.dueAt} isProvisional={task.provisional} />
            </div>
            {task.mine || !mayUrge ? null : <UrgeTask rootId={found.id} taskId={task.id} title={task.title} />}
            <p className="muted">
              {task.assignees.map((assignee) => `${assignee.organisation} ${assignee.role}`).join('、')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
