import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { rolesDecide, type RoleRequestView } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { roleRequestsQuery } from './api/administration.js';
import { PagedTable } from './paged-table.js';
import { ReasonButton } from '../../shared/ui/reason-button.js';
import { useChange } from './use-change.js';

/** 岗位申请: for the security administrator. */
export function RoleRequestsPanel() {
  const texts = useTexts().administration;
  return (
    <PagedTable<RoleRequestView>
      label={texts.tabs.roles}
      query={useInfiniteQuery(roleRequestsQuery())}
      rowKey="id"
      columns={[
        { title: texts.users.name, dataIndex: 'userName' },
        { title: texts.users.organisation, dataIndex: 'organisationName' },
        { title: texts.roles.role, dataIndex: 'roleTitle' },
        { title: texts.roles.by, dataIndex: 'requestedByName' },
        { title: texts.at, render: (_, request) => formatDateTime(request.requestedAt) },
        { key: 'actions', render: (_, request) => <Decision request={request} /> },
      ]}
    />
  );
}

function Decision({ request }: { readonly request: RoleRequestView }) {
  const texts = useTexts().administration.roles;
  const decide = useChange((roleDecisionDto: { granted: boolean; reason?: string }) =>
    answer(rolesDecide({ id: request.id, roleDecisionDto })),
  );
  return (
    <Space size={0}>
      <Button size="small" type="link" loading={decide.isPending} onClick={() => decide.mutate({ granted: true })}>
        {texts.grant}
      </Button>
      <ReasonButton text={texts.refuse} isDangerous onGiven={(reason) => decide.mutate({ granted: false, reason })} />
    </Space>
  );
}
