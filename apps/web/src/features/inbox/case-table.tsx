import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link } from 'react-router';
import type { CaseLine } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import type { CaseBox } from './api/get-tasks.js';
import { markCopyRead } from './api/inbox-commands.js';

interface CaseTableProps {
  readonly cases: readonly CaseLine[];
  readonly box: CaseBox;
}

/** Cases with the steps that they are at. */
export function CaseTable({ cases, box }: CaseTableProps) {
  const texts = useTexts();
  const isCopied = box === 'copied';
  return (
    <table className="cards-table">
      <thead>
        <tr>
          <th scope="col">{texts.inbox.project}</th>
          <th scope="col">{texts.boxes.currentSteps}</th>
          <th scope="col">{isCopied ? texts.boxes.copiedAt : texts.boxes.lastAt}</th>
          <th scope="col">{texts.boxes.caseStatus}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((line) => (
          <CaseRow key={line.rootId} line={line} isCopied={isCopied} />
        ))}
      </tbody>
    </table>
  );
}

function CaseRow({ line, isCopied }: { readonly line: CaseLine; readonly isCopied: boolean }) {
  const texts = useTexts();
  const statuses: Readonly<Record<string, string>> = texts.boxes.statuses;
  const steps = line.steps.map((step) => step.title).join('、');
  const time = line.copy?.at ?? line.businessAt;
  const client = useQueryClient();
  const reading = useMutation({
    mutationFn: () => markCopyRead(line.rootId),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
  const isUnread = line.copy !== null && line.copy.readAt === null;
  return (
    <tr className={line.overdue ? 'is-late' : undefined}>
      <td className="cards-table__main">
        <Link to={`/projects/${line.rootId}`} className="row-link" onClick={() => isUnread && reading.mutate()}>
          {line.title}
        </Link>
        {isUnread ? <Tag color="blue">{texts.boxes.unread}</Tag> : null}
      </td>
      <td data-label={texts.boxes.currentSteps}>{steps === '' ? texts.common.none : steps}</td>
      <td data-label={isCopied ? texts.boxes.copiedAt : texts.boxes.lastAt}>
        <time dateTime={time}>{formatDateTime(time)}</time>
      </td>
      <td data-label={texts.boxes.caseStatus}>{statuses[line.status] ?? line.status}</td>
    </tr>
  );
}
