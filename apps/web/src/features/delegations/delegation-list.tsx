import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Tag } from 'antd';
import { type Delegation, STAGES } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import type { Texts } from '../../locales/zh.js';
import { useProblemText } from '../../shared/ui/problem-text.js';
import { delegationsQuery, revokeDelegation } from './api/delegations.js';

const COLOURS: Readonly<Record<Delegation['status'], string>> = {
  coming: 'blue',
  'in-force': 'success',
  over: 'default',
  revoked: 'default',
};

interface DelegationListProps {
  readonly title: string;
  readonly delegations: readonly Delegation[];
}

export function DelegationList({ title, delegations }: DelegationListProps) {
  const texts = useTexts().delegations;
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {delegations.length === 0 ? <p className="muted">{texts.none}</p> : null}
      <ul className="plain-list">
        {delegations.map((delegation) => (
          <DelegationItem key={delegation.id} delegation={delegation} />
        ))}
      </ul>
    </section>
  );
}

function DelegationItem({ delegation }: { readonly delegation: Delegation }) {
  const texts = useTexts();
  const { principal, delegate, firstDay, lastDay, documentNumber, status } = delegation;
  return (
    <li>
      <div className="open-task">
        <strong>{texts.delegations.arrow(principal.name, delegate.name)}</strong>
        <Tag color={COLOURS[status]}>{texts.delegations.statuses[status]}</Tag>
      </div>
      <p>
        {texts.delegations.period(firstDay, lastDay)} · {documentNumber}
      </p>
      <p className="muted">{scopeInWords(delegation, texts)}</p>
      {status === 'coming' || status === 'in-force' ? <Revoke delegation={delegation} /> : null}
    </li>
  );
}

function Revoke({ delegation }: { readonly delegation: Delegation }) {
  const texts = useTexts();
  const problemText = useProblemText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const revoke = useMutation({
    mutationFn: () => revokeDelegation(delegation.id),
    onSuccess: () => message.success(texts.delegations.revoked),
    onError: (error) => message.error(problemText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: delegationsQuery().queryKey }),
  });
  return (
    <Popconfirm
      title={texts.delegations.revokeAsk}
      okText={texts.delegations.revoke}
      cancelText={texts.task.cancel}
      onConfirm={() => revoke.mutate()}
    >
      <Button size="small" danger loading={revoke.isPending}>
        {texts.delegations.revoke}
      </Button>
    </Popconfirm>
  );
}

/** Roles and stages by their titles where the screen knows them, else as entered. */
function scopeInWords({ roles, processes, divisions }: Delegation, texts: Texts): string {
  const stages = processes.map((process) => {
    const stage = STAGES.find((name) => process === `${name}.*`);
    return stage === undefined ? process : texts.stages[stage];
  });
  const parts = [...roles, ...stages, ...divisions];
  return parts.length === 0 ? texts.delegations.everything : parts.join('、');
}
