import { Tag, Tooltip } from 'antd';
import type { Texts } from '../../locales/zh.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDueDate } from '../time/format-time.js';
import { type Remaining, remaining } from '../time/remaining.js';
import { useBusinessNow } from '../time/business-now.js';

const SOON_DAYS = 2;

interface DueTagProps {
  readonly dueAt: string | null;
  readonly isProvisional?: boolean;
  readonly isClosed?: boolean;
}

/** Due date with what is left, by colour: calm, soon, late. */
export function DueTag({ dueAt, isProvisional = false, isClosed = false }: DueTagProps) {
  const texts = useTexts();
  const now = useBusinessNow();
  if (dueAt === null) return <span className="muted">{texts.due.none}</span>;
  const left = now === null || isClosed ? null : remaining(dueAt, now);
  return (
    <span className="due">
      <time dateTime={dueAt}>{formatDueDate(dueAt)}</time>
      {left === null ? null : <Tag color={colourOf(left)}>{textOf(left, texts)}</Tag>}
      {isProvisional ? (
        <Tooltip title={texts.due.provisionalHint}>
          <Tag>{texts.due.provisional}</Tag>
        </Tooltip>
      ) : null}
    </span>
  );
}

function colourOf(left: Remaining): string {
  if (left.kind === 'overdue') return 'error';
  return left.kind === 'left' && left.days > SOON_DAYS ? 'success' : 'warning';
}

function textOf(left: Remaining, texts: Texts): string {
  switch (left.kind) {
    case 'left':
      return texts.due.left(left.days);
    case 'hours':
      return texts.due.hoursLeft(left.hours);
    case 'today':
      return texts.due.today;
    case 'overdue':
      return left.days === 0 ? texts.due.overdueToday : texts.due.overdue(left.days);
  }
}
