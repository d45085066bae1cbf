import { Alert } from 'antd';
import type { HistoryEntry } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { historyTitle } from './history-title.js';

interface ChangesAlertProps {
  readonly changes: readonly HistoryEntry[];
  /** The task can still be done by the person. */
  readonly isMine: boolean;
}

/** What happened while somebody was typing, and that nothing typed is lost. */
export function ChangesAlert({ changes, isMine }: ChangesAlertProps) {
  const texts = useTexts();
  if (changes.length === 0 && isMine) return null;
  return (
    <Alert
      type={isMine ? 'info' : 'warning'}
      showIcon
      role="alert"
      title={isMine ? texts.changes.news : texts.changes.title}
      description={
        <>
          <ul>
            {changes.map((entry) => (
              <li key={entry.seq}>
                {texts.changes.line(
                  formatDateTime(entry.at),
                  whoOf(entry, texts.project.system),
                  historyTitle(entry, texts),
                )}
                {entry.comment === null || entry.comment === '' ? null : `（${entry.comment}）`}
              </li>
            ))}
          </ul>
          <p>{isMine ? texts.changes.still : texts.changes.gone}</p>
        </>
      }
    />
  );
}

function whoOf({ actor }: HistoryEntry, system: string): string {
  return actor === null ? system : `${actor.organisation} ${actor.name}`;
}
