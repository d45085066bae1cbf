import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { rolesSet, type UserView } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { useTexts, useTitle } from '../../locales/use-texts.js';
import { kindsQuery } from './api/administration.js';
import { FieldDialog, listIn, textIn } from './field-dialog.js';
import { useChange } from './use-change.js';

/** 设置岗位: exactly these roles from now on. */
export function RolesButton({ user }: { readonly user: UserView }) {
  const texts = useTexts().administration;
  const title = useTitle();
  const [isOpen, setOpen] = useState(false);
  const kinds = useQuery(kindsQuery()).data ?? [];
  const roles = new Map(kinds.flatMap((kind) => kind.roles.map((role) => [role.role, title(role.title)])));
  const set = useChange(
    (setRolesDto: { roles: string[]; reason: string }) => answer(rolesSet({ id: user.id, setRolesDto })),
    () => setOpen(false),
  );
  return (
    <>
      <Button size="small" type="link" onClick={() => setOpen(true)}>
        {texts.users.setRoles}
      </Button>
      <FieldDialog
        title={`${texts.users.setRoles}：${user.name}`}
        isOpen={isOpen}
        fields={[
          {
            name: 'roles',
            label: texts.users.roles,
            isMultiple: true,
            options: [...roles].map(([value, label]) => ({ value, label })),
          },
          { name: 'reason', label: texts.reason, isRequired: true },
        ]}
        error={set.error}
        isPending={set.isPending}
        onSend={(values) => set.mutate({ roles: listIn(values, 'roles'), reason: textIn(values, 'reason') ?? '' })}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
