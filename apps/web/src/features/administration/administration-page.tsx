import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useTexts } from '../../locales/use-texts.js';
import { useMe } from '../../shared/session/me.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';
import { DeadLettersPanel } from './dead-letters-panel.js';
import { ImportPanel } from './import-panel.js';
import { LoginsPanel, OperationsPanel, UnmaskingsPanel } from './logs-panel.js';
import { OrganisationsPanel } from './organisations-panel.js';
import { ReviewsPanel } from './reviews-panel.js';
import { RoleRequestsPanel } from './role-requests-panel.js';
import { UnreachedPanel } from './unreached-panel.js';
import { RunningPanel } from './running-panel.js';
import { UsersPanel } from './users-panel.js';

type Tab =
  | 'users'
  | 'organisations'
  | 'roles'
  | 'reviews'
  | 'import'
  | 'operations'
  | 'unmaskings'
  | 'logins'
  | 'unreached'
  | 'deadLetters'
  | 'running';

const PANELS: readonly (readonly [Tab, string, ReactNode])[] = [
  ['users', 'users.view', <UsersPanel key="users" />],
  ['organisations', 'users.view', <OrganisationsPanel key="organisations" />],
  ['roles', 'roles.grant', <RoleRequestsPanel key="roles" />],
  ['reviews', 'account-requests.review', <ReviewsPanel key="reviews" />],
  ['import', 'identity.manage', <ImportPanel key="import" />],
  ['operations', 'identity.audit', <OperationsPanel key="operations" />],
  ['unmaskings', 'identity.audit', <UnmaskingsPanel key="unmaskings" />],
  ['logins', 'identity.audit', <LoginsPanel key="logins" />],
  ['unreached', 'users.view', <UnreachedPanel key="unreached" />],
  ['deadLetters', 'operations.view', <DeadLettersPanel key="deadLetters" />],
  ['running', 'operations.manage', <RunningPanel key="running" />],
];

/** 系统管理: each administrator finds what is theirs. */
export function AdministrationPage() {
  const texts = useTexts().administration;
  const me = useMe();
  const [parameters, setParameters] = useSearchParams();
  useDocumentTitle(texts.title);
  const open = PANELS.filter(([, permission]) => me?.permissions.includes(permission));
  const active = parameters.get('tab') ?? open[0]?.[0] ?? 'users';
  return (
    <>
      <div className="page-head">
        <h1>{texts.title}</h1>
      </div>
      <Tabs
        activeKey={active}
        onChange={(tab) => setParameters({ tab }, { replace: true })}
        destroyOnHidden
        items={open.map(([tab, , panel]) => ({ key: tab, label: texts.tabs[tab], children: panel }))}
      />
    </>
  );
}
