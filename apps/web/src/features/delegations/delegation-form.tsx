import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, DatePicker, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import { type Me, STAGES } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';
import { createDelegation, delegationsQuery } from './api/delegations.js';
import { ColleagueSelect } from './colleague-select.js';

const MANAGE = 'delegations.manage';
const DAY = 'YYYY-MM-DD';
const DOCUMENT_LIMIT = 64;

interface Entered {
  readonly principal: number;
  readonly delegate: number | null;
  readonly firstDay: Dayjs | null;
  readonly lastDay: Dayjs | null;
  readonly document: string;
  readonly roles: string[];
  readonly stages: string[];
}

interface DelegationFormProps {
  readonly me: Me;
  readonly onClose: () => void;
}

/** 设置代理: for oneself; the head also for people of the organisation. */
export function DelegationForm({ me, onClose }: DelegationFormProps) {
  const texts = useTexts();
  const id = useId();
  const { entered, change, sending, submit, isIncomplete } = useNewDelegation(me, onClose);
  const isOwn = entered.principal === me.userId;
  const field = (name: string) => `${id}-${name}`;
  return (
    <Modal
      open
      title={texts.delegations.create}
      okText={texts.delegations.create}
      okButtonProps={{ loading: sending.isPending }}
      cancelText={texts.task.cancel}
      onOk={submit}
      onCancel={onClose}
    >
      {me.permissions.includes(MANAGE) ? (
        <>
          <Label text={texts.delegations.principal} id={field('principal')} />
          <ColleagueSelect
            id={field('principal')}
            value={entered.principal}
            onChange={(principal) => change({ principal, roles: [] })}
          />
        </>
      ) : null}
      <Label text={texts.delegations.delegate} id={field('delegate')} />
      <ColleagueSelect
        id={field('delegate')}
        value={entered.delegate}
        without={entered.principal}
        onChange={(delegate) => change({ delegate })}
      />
      <Label text={texts.delegations.firstDay} id={field('first')} />
      <DatePicker id={field('first')} value={entered.firstDay} onChange={(firstDay) => change({ firstDay })} />
      <Label text={texts.delegations.lastDay} id={field('last')} />
      <DatePicker id={field('last')} value={entered.lastDay} onChange={(lastDay) => change({ lastDay })} />
      <Label text={texts.delegations.document} id={field('document')} />
      <Input
        id={field('document')}
        maxLength={DOCUMENT_LIMIT}
        placeholder={texts.delegations.documentHint}
        value={entered.document}
        onChange={(event) => change({ document: event.target.value })}
      />
      {isOwn && me.roles.length > 1 ? (
        <>
          <Label text={texts.delegations.roles} id={field('roles')} />
          <Select
            id={field('roles')}
            className="people-picker"
            mode="multiple"
            value={entered.roles}
            options={me.roles.map((role, index) => ({ value: role, label: me.roleTitles[index] ?? role }))}
            onChange={(roles) => change({ roles })}
          />
        </>
      ) : null}
      <Label text={texts.delegations.processes} id={field('processes')} />
      <Select
        id={field('processes')}
        className="people-picker"
        mode="multiple"
        value={entered.stages}
        options={STAGES.map((stage) => ({ value: `${stage}.*`, label: texts.stages[stage] }))}
        onChange={(stages) => change({ stages })}
      />
      {isIncomplete ? (
        <p className="problem" role="alert">
          {texts.delegations.missing}
        </p>
      ) : null}
      <RefusalAlert error={sending.error} />
    </Modal>
  );
}

function Label({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <label className="field__label" htmlFor={id}>
      {text}
    </label>
  );
}

function useNewDelegation(me: Me, onDone: () => void) {
  const texts = useTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [entered, setEntered] = useState<Entered>(() => emptyFor(me));
  const [isTried, setTried] = useState(false);
  const request = requestOf(entered, me);
  const sending = useMutation({
    mutationFn: createDelegation,
    onSuccess: () => {
      void message.success(texts.delegations.created);
      void client.invalidateQueries({ queryKey: delegationsQuery().queryKey });
      onDone();
    },
  });
  const submit = () => {
    setTried(true);
    if (request !== null) sending.mutate(request);
  };
  const change = (part: Partial<Entered>) => setEntered((before) => ({ ...before, ...part }));
  return { entered, change, sending, submit, isIncomplete: isTried && request === null };
}

function emptyFor({ userId }: Me): Entered {
  return { principal: userId, delegate: null, firstDay: null, lastDay: null, document: '', roles: [], stages: [] };
}

/** Null while something is missing. */
function requestOf({ principal, delegate, firstDay, lastDay, document, roles, stages }: Entered, { userId }: Me) {
  if (delegate === null || firstDay === null || lastDay === null || document.trim() === '') return null;
  return {
    ...(principal === userId ? {} : { principalId: principal }),
    delegateId: delegate,
    firstDay: firstDay.format(DAY),
    lastDay: lastDay.format(DAY),
    documentNumber: document.trim(),
    roles,
    processes: stages,
    divisions: [],
  };
}
