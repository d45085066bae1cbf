import { Tag } from 'antd';
import type { CaseInstance, Deadline } from '../../api/shapes.js';
import { useLanguage } from '../../locales/language.js';
import { useTexts } from '../../locales/use-texts.js';
import { LawCitation } from '../../shared/laws/law-citation.js';
import { DueTag } from '../../shared/ui/due-tag.js';

interface DeadlinesPanelProps {
  readonly deadlines: readonly Deadline[];
  readonly instances: readonly CaseInstance[];
}

/** Every running deadline with the law it rests on and how it was counted, line by line. */
export function DeadlinesPanel({ deadlines, instances }: DeadlinesPanelProps) {
  const texts = useTexts();
  return (
    <section className="panel">
      <h2>{texts.project.deadlines}</h2>
      {deadlines.length === 0 ? <p className="muted">{texts.project.noDeadlines}</p> : null}
      <ul className="plain-list">
        {deadlines.map((deadline) => (
          <DeadlineItem
            key={`${deadline.instanceId}-${deadline.state}-${deadline.deadline}`}
            deadline={deadline}
            title={titleOf(deadline, instances)}
          />
        ))}
      </ul>
    </section>
  );
}

function DeadlineItem({ deadline, title }: { readonly deadline: Deadline; readonly title: string }) {
  const texts = useTexts();
  const language = useLanguage();
  return (
    <li>
      <div className="open-task">
        <strong>{title}</strong>
        <DueTag dueAt={deadline.dueAt} isProvisional={deadline.provisional} />
        {deadline.held ? <Tag color="warning">{texts.due.held}</Tag> : null}
      </div>
      {deadline.law === null ? null : <LawCitation reference={deadline.law} />}
      {deadline.lines.length === 0 ? null : (
        <details className="computation">
          <summary>{texts.project.computation}</summary>
          <ol>
            {deadline.lines.map((line) => (
              <li key={line.zh}>{line[language]}</li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

function titleOf(deadline: Deadline, instances: readonly CaseInstance[]): string {
  const instance = instances.find((candidate) => candidate.id === deadline.instanceId);
  return instance?.active.find((state) => state.state === deadline.state)?.title ?? instance?.title ?? deadline.state;
}
