import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import type { UnreachedView } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { unreachedQuery } from './api/sending.js';

/** 无法送达: who lacks an address, for whoever looks after their accounts. */
export function UnreachedPanel() {
  const { unreached: texts, channels, administration } = useTexts();
  const query = useQuery(unreachedQuery());
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="stack">
      <p className="muted">{texts.lead}</p>
      <div className="panel panel--flush" role="region" aria-label={administration.tabs.unreached}>
        <Table<UnreachedView>
          size="small"
          rowKey={({ userId, channel }) => `${userId}-${channel}`}
          loading={query.isPending}
          dataSource={query.data ?? []}
          pagination={false}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: texts.none }}
          columns={[
            { title: texts.name, dataIndex: 'userName' },
            { title: texts.organisation, dataIndex: 'organisationName' },
            { title: texts.channel, render: (_, person) => channels[person.channel] },
            { title: texts.count, dataIndex: 'count' },
            { title: texts.last, render: (_, person) => formatDateTime(person.lastAt) },
          ]}
        />
      </div>
    </div>
  );
}
