import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Input, Space, Tag } from 'antd';
import { useState } from 'react';
import {
  usersCreate,
  usersSetStatus,
  usersUnmask,
  userSupportIssueResetCode,
  type UserView,
} from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { useTexts, useTitle } from '../../locales/use-texts.js';
import { useMe } from '../../shared/session/me.js';
import { kindsQuery, organisationsQuery, usersQuery } from './api/administration.js';
import { CodeDialog, type ShownCode } from './code-dialog.js';
import { type DialogField, type DialogValues, FieldDialog, listIn, textIn } from './field-dialog.js';
import { PagedTable } from './paged-table.js';
import { ReasonButton } from '../../shared/ui/reason-button.js';
import { RolesButton } from './roles-button.js';
import { useChange } from './use-change.js';

/** 用户管理. */
export function UsersPanel() {
  const texts = useTexts().administration;
  const [q, setQ] = useState('');
  const [code, setCode] = useState<ShownCode | null>(null);
  const query = useInfiniteQuery(usersQuery(q));
  const me = useMe();
  const mayManage = me?.permissions.includes('users.manage') ?? false;
  return (
    <div className="stack">
      <Space wrap>
        <Input.Search
          allowClear
          aria-label={texts.search}
          placeholder={texts.search}
          onSearch={setQ}
          style={{ width: 320 }}
        />
        {mayManage ? <NewUser onOpened={setCode} /> : null}
      </Space>
      <PagedTable<UserView>
        label={texts.tabs.users}
        query={query}
        rowKey="id"
        columns={[
          { title: texts.users.name, dataIndex: 'name' },
          { title: texts.users.login, dataIndex: 'login' },
          { title: texts.users.organisation, dataIndex: 'organisationName' },
          { title: texts.users.roles, render: (_, user) => <Roles user={user} /> },
          { title: texts.users.phone, render: (_, user) => <Masked user={user} field="phone" /> },
          { title: texts.users.idNumber, render: (_, user) => <Masked user={user} field="idNumber" /> },
          { title: texts.status, render: (_, user) => texts.users[user.status] },
          { key: 'actions', render: (_, user) => <UserActions user={user} onCode={setCode} /> },
        ]}
      />
      <CodeDialog shown={code} onClose={() => setCode(null)} />
    </div>
  );
}

function Roles({ user }: { readonly user: UserView }) {
  const texts = useTexts().administration.users;
  return (
    <>
      {user.roleTitles.join('、')} {user.pendingRoles.length === 0 ? null : <Tag color="warning">{texts.pending}</Tag>}
    </>
  );
}

/** What may be shown; the rest for a reason, to whoever may. */
function Masked({ user, field }: { readonly user: UserView; readonly field: 'phone' | 'idNumber' }) {
  const texts = useTexts().administration.users;
  const me = useMe();
  const [shown, setShown] = useState<string | null>(null);
  const open = useChange(
    (reason: string) => answer(usersUnmask({ id: user.id, unmaskUserDto: { field, reason } })),
    ({ value }) => setShown(value),
  );
  if (user[field] === null) return null;
  const mayOpen = me?.permissions.includes('personal-data.view') ?? false;
  return (
    <>
      {shown ?? user[field]}
      {mayOpen && shown === null ? (
        <ReasonButton text={texts.unmask} hint={texts.unmaskHint} onGiven={(reason) => open.mutate(reason)} />
      ) : null}
    </>
  );
}

function UserActions({ user, onCode }: { readonly user: UserView; readonly onCode: (code: ShownCode) => void }) {
  const texts = useTexts().administration.users;
  const me = useMe();
  const may = (permission: string) => me?.permissions.includes(permission) ?? false;
  const status = user.status === 'active' ? 'disabled' : 'active';
  const change = useChange((reason: string) =>
    answer(usersSetStatus({ id: user.id, userStatusDto: { status, reason } })),
  );
  const reset = useChange(() => answer(userSupportIssueResetCode({ id: user.id })), onCode);
  if (user.id === me?.userId) return null;
  return (
    <Space size={0}>
      {may('users.manage') ? (
        <ReasonButton
          text={user.status === 'active' ? texts.disable : texts.enable}
          isDangerous={user.status === 'active'}
          onGiven={(reason) => change.mutate(reason)}
        />
      ) : null}
      {may('accounts.support') ? (
        <Button size="small" type="link" loading={reset.isPending} onClick={() => reset.mutate(undefined)}>
          {texts.resetCode}
        </Button>
      ) : null}
      {may('roles.grant') ? <RolesButton user={user} /> : null}
    </Space>
  );
}

function NewUser({ onOpened }: { readonly onOpened: (code: ShownCode) => void }) {
  const texts = useTexts().administration.users;
  const [isOpen, setOpen] = useState(false);
  const [organisationId, setOrganisationId] = useState<number | null>(null);
  const fields = useNewUserFields(organisationId);
  const create = useChange(
    (values: DialogValues) => answer(usersCreate({ createUserDto: draftOf(values) })),
    (opened) => {
      setOpen(false);
      onOpened(opened);
    },
  );
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {texts.add}
      </Button>
      <FieldDialog
        title={texts.add}
        isOpen={isOpen}
        fields={fields}
        error={create.error}
        isPending={create.isPending}
        onChange={(values) => setOrganisationId(Number(values['organisationId'] ?? 0) || null)}
        onSend={(values) => create.mutate(values)}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

function useNewUserFields(organisationId: number | null): DialogField[] {
  const texts = useTexts().administration.users;
  const title = useTitle();
  const pages = useInfiniteQuery(organisationsQuery('')).data?.pages ?? [];
  const organisations = pages.flatMap((page) => page.items);
  const kind = organisations.find(({ id }) => id === organisationId)?.kind;
  const roles = useQuery(kindsQuery()).data?.find((one) => one.kind === kind)?.roles ?? [];
  return [
    {
      name: 'organisationId',
      label: texts.organisation,
      isRequired: true,
      options: organisations.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'login', label: texts.login, isRequired: true },
    { name: 'name', label: texts.name, isRequired: true },
    {
      name: 'roles',
      label: texts.roles,
      hint: texts.rolesHint,
      isMultiple: true,
      options: roles.map((role) => ({ value: role.role, label: title(role.title) })),
    },
    { name: 'phone', label: texts.phone },
    { name: 'idNumber', label: texts.idNumber },
    { name: 'email', label: texts.email },
  ];
}

function draftOf(values: DialogValues) {
  const optional = (['email', 'phone', 'idNumber'] as const).flatMap((name) => {
    const text = textIn(values, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    login: textIn(values, 'login') ?? '',
    name: textIn(values, 'name') ?? '',
    organisationId: Number(values['organisationId']),
    roles: listIn(values, 'roles'),
    ...Object.fromEntries(optional),
  };
}
