import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { organisationsCreate, organisationsSetStatus, type OrganisationView } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { useTexts, useTitle } from '../../locales/use-texts.js';
import { useMe } from '../../shared/session/me.js';
import { kindsQuery, organisationsQuery } from './api/administration.js';
import { type DialogValues, FieldDialog, textIn } from './field-dialog.js';
import { PagedTable } from './paged-table.js';
import { ReasonButton } from '../../shared/ui/reason-button.js';
import { useChange } from './use-change.js';

/** 单位管理. */
export function OrganisationsPanel() {
  const texts = useTexts().administration;
  const [q, setQ] = useState('');
  const query = useInfiniteQuery(organisationsQuery(q));
  const mayManage = useMe()?.permissions.includes('identity.manage') ?? false;
  return (
    <div className="stack">
      <Space wrap>
        <Input.Search
          allowClear
          aria-label={texts.searchOrganisations}
          placeholder={texts.searchOrganisations}
          onSearch={setQ}
          style={{ width: 320 }}
        />
        {mayManage ? <NewOrganisation /> : null}
      </Space>
      <PagedTable<OrganisationView>
        label={texts.tabs.organisations}
        query={query}
        rowKey="id"
        columns={[
          { title: texts.organisations.name, dataIndex: 'name' },
          { title: texts.organisations.creditCode, dataIndex: 'creditCode' },
          { title: texts.organisations.kind, dataIndex: 'kindTitle' },
          { title: texts.organisations.division, dataIndex: 'divisionCode' },
          { title: texts.status, render: (_, one) => texts.organisations[one.status] },
          { key: 'actions', render: (_, one) => (mayManage ? <StatusButton organisation={one} /> : null) },
        ]}
      />
    </div>
  );
}

function StatusButton({ organisation }: { readonly organisation: OrganisationView }) {
  const texts = useTexts().administration.organisations;
  const isActive = organisation.status === 'active';
  const status = isActive ? 'closed' : 'active';
  const change = useChange((reason: string) =>
    answer(organisationsSetStatus({ id: organisation.id, organisationStatusDto: { status, reason } })),
  );
  return (
    <ReasonButton
      text={isActive ? texts.close : texts.open}
      isDangerous={isActive}
      onGiven={(reason) => change.mutate(reason)}
    />
  );
}

function NewOrganisation() {
  const texts = useTexts().administration.organisations;
  const title = useTitle();
  const [isOpen, setOpen] = useState(false);
  const kinds = useQuery(kindsQuery()).data ?? [];
  const create = useChange(
    (values: DialogValues) => {
      const text = (name: string) => textIn(values, name) ?? '';
      const draft = {
        creditCode: text('creditCode').toUpperCase(),
        name: text('name'),
        kind: text('kind'),
        divisionCode: text('divisionCode'),
      };
      return answer(organisationsCreate({ createOrganisationDto: draft }));
    },
    () => setOpen(false),
  );
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {texts.add}
      </Button>
      <FieldDialog
        title={texts.add}
        isOpen={isOpen}
        fields={[
          { name: 'creditCode', label: texts.creditCode, isRequired: true },
          { name: 'name', label: texts.name, isRequired: true },
          {
            name: 'kind',
            label: texts.kind,
            isRequired: true,
            options: kinds.map((kind) => ({ value: kind.kind, label: title(kind.title) })),
          },
          { name: 'divisionCode', label: texts.division, isRequired: true },
        ]}
        error={create.error}
        isPending={create.isPending}
        onSend={(values) => create.mutate(values)}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
