import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { SupervisionDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { KeyKeeper } from '../../shared/commands/key-keeper.js';
import { OperationDialog } from '../operations/operation-dialog.js';
import { ask, close, reassign, setDate, SUPERVISION_KEY, urge } from './api/supervision.js';

const ACTIONS = ['urge', 'date', 'reassign', 'ask', 'close'] as const;
type Action = (typeof ACTIONS)[number];

/** What the superior can do; each asks for its reason first. */
export function SupervisionActions({ matter }: { readonly matter: SupervisionDetail }) {
  const texts = useTexts().supervision;
  const [action, setAction] = useState<Action | null>(null);
  return (
    <>
      <div className="button-row supervision__actions">
        {ACTIONS.map((name) => (
          <Button key={name} type={name === 'urge' ? 'primary' : 'default'} onClick={() => setAction(name)}>
            {texts.actions[name]}
          </Button>
        ))}
      </div>
      {action === null ? null : <ActionDialog action={action} matter={matter} onClose={() => setAction(null)} />}
    </>
  );
}

interface ActionDialogProps {
  readonly action: Action;
  readonly matter: SupervisionDetail;
  readonly onClose: () => void;
}

function ActionDialog({ action, matter, onClose }: ActionDialogProps) {
  const texts = useTexts().supervision;
  const client = useQueryClient();
  const [keys] = useState(() => new KeyKeeper());
  const [date, setDay] = useState('');
  const [person, setPerson] = useState<number | null>(null);
  const send = async (reason: string) => {
    const key = keys.keyFor([action, reason, date, person]);
    await sendersOf(matter.id, { reason, date, person: person ?? 0, key })[action]();
    await client.invalidateQueries({ queryKey: SUPERVISION_KEY });
  };
  const missing = {
    date: date === '' ? texts.dateMissing : null,
    reassign: person === null ? texts.personMissing : null,
    urge: null,
    ask: null,
    close: null,
  }[action];
  return (
    <OperationDialog
      rootId={matter.rootId}
      title={texts.actions[action]}
      consequence={texts.consequences[action]}
      missing={missing}
      isReasonNeeded={action !== 'urge'}
      send={send}
      onClose={onClose}
    >
      {action === 'date' ? <DateField matter={matter} value={date} onChange={setDay} /> : null}
      {action === 'reassign' ? <PersonField matter={matter} value={person} onChange={setPerson} /> : null}
    </OperationDialog>
  );
}

interface Sent {
  readonly reason: string;
  readonly date: string;
  readonly person: number;
  readonly key: string;
}

function sendersOf(id: number, { reason, date, person, key }: Sent): Readonly<Record<Action, () => Promise<unknown>>> {
  return {
    urge: () => urge(id, reason, key),
    date: () => setDate(id, date, reason, key),
    reassign: () => reassign(id, person, reason, key),
    ask: () => ask(id, reason, key),
    close: () => close(id, reason, key),
  };
}

interface FieldProps<T> {
  readonly matter: SupervisionDetail;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function DateField({ matter: { dates }, value, onChange }: FieldProps<string>) {
  const texts = useTexts().supervision;
  const { earliest, latest } = dates;
  return (
    <Field label={texts.newDate}>
      {(id) => (
        <>
          <Input
            id={id}
            type="date"
            {...(earliest === null ? {} : { min: earliest })}
            {...(latest === null ? {} : { max: latest })}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {earliest === null && latest === null ? null : (
            <p className="muted">{texts.bounds(earliest ?? texts.noBound, latest ?? texts.noBound)}</p>
          )}
        </>
      )}
    </Field>
  );
}

function PersonField({ matter, value, onChange }: FieldProps<number | null>) {
  const texts = useTexts().supervision;
  return (
    <Field label={texts.person}>
      {(id) => (
        <Select
          id={id}
          className="supervision__person"
          value={value}
          options={matter.successors.map((one) => ({ value: one.id, label: one.name }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="supervision__field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}
