import { useInfiniteQuery } from '@tanstack/react-query';
import type { LoginEntryView, OperationView, UnmaskingView } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { loginsQuery, operationsQuery, unmaskingsQuery } from './api/administration.js';
import { PagedTable } from './paged-table.js';

/** 操作日志. */
export function OperationsPanel() {
  const texts = useTexts().administration;
  return (
    <PagedTable<OperationView>
      label={texts.tabs.operations}
      query={useInfiniteQuery(operationsQuery())}
      rowKey="seq"
      columns={[
        { title: texts.at, render: (_, line) => formatDateTime(line.at) },
        { title: texts.who, render: (_, line) => `${line.actorName ?? ''} ${line.organisationName ?? ''}` },
        { title: texts.logs.operation, render: (_, line) => texts.logs.operations[line.operation] },
        { title: texts.logs.subject, dataIndex: 'subjectName' },
        { title: texts.logs.change, render: (_, line) => changeOf(line) },
        { title: texts.reason, dataIndex: 'reason' },
        { title: texts.logs.address, dataIndex: 'ip' },
      ]}
    />
  );
}

/** 个人信息查看记录. */
export function UnmaskingsPanel() {
  const texts = useTexts().administration;
  return (
    <PagedTable<UnmaskingView>
      label={texts.tabs.unmaskings}
      query={useInfiniteQuery(unmaskingsQuery())}
      rowKey="seq"
      columns={[
        { title: texts.at, render: (_, line) => formatDateTime(line.at) },
        { title: texts.who, render: (_, line) => `${line.actorName ?? ''} ${line.organisationName ?? ''}` },
        { title: texts.logs.subject, dataIndex: 'subjectName' },
        { title: texts.logs.field, dataIndex: 'field' },
        { title: texts.reason, dataIndex: 'reason' },
        { title: texts.logs.address, dataIndex: 'ip' },
      ]}
    />
  );
}

/** 登录日志. */
export function LoginsPanel() {
  const texts = useTexts().administration;
  return (
    <PagedTable<LoginEntryView>
      label={texts.tabs.logins}
      query={useInfiniteQuery(loginsQuery())}
      rowKey="seq"
      columns={[
        { title: texts.at, render: (_, line) => formatDateTime(line.at) },
        { title: texts.users.login, dataIndex: 'login' },
        { title: texts.users.name, dataIndex: 'userName' },
        { title: texts.users.organisation, dataIndex: 'organisationName' },
        { title: texts.logs.outcome, dataIndex: 'outcome' },
        { title: texts.logs.address, dataIndex: 'ip' },
      ]}
    />
  );
}

/** Of something new there is no before; of a mere act neither. The client's types do not tell that. */
type Values = Readonly<Record<string, unknown>> | null;

function changeOf(line: OperationView): string {
  const [before, after]: readonly Values[] = [line.before, line.after];
  const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));
  return Object.entries(after ?? {})
    .map(([name, value]) => (before ? `${name}: ${told(before[name])} → ${told(value)}` : `${name}: ${told(value)}`))
    .join('；');
}
