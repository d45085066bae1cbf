import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { CasePowers, Intervention } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { OperationDialog } from '../operations/operation-dialog.js';
import {
  cancelCase,
  casePowersQuery,
  confirmIntervention,
  declineIntervention,
  interventionsQuery,
} from './api/interventions.js';
import { ProposeDialog } from './propose-dialog.js';

/** 撤销 and 干预: what may be done to the case as a whole, and what was asked for. */
export function InterventionsPanel({ rootId }: { readonly rootId: number }) {
  const texts = useTexts().interventions;
  const powers = useQuery(casePowersQuery(rootId)).data;
  const asked = useQuery(interventionsQuery(rootId)).data ?? [];
  if (powers === undefined || (!powers.cancel && powers.interventions.length === 0 && asked.length === 0)) return null;
  return (
    <section className="panel">
      <h2>{texts.title}</h2>
      <Buttons rootId={rootId} powers={powers} />
      {asked.length === 0 ? <p className="muted">{texts.none}</p> : null}
      <ul className="plain-list">
        {asked.map((intervention) => (
          <InterventionItem
            key={intervention.id}
            rootId={rootId}
            intervention={intervention}
            mayDecide={powers.interventions.length > 0}
          />
        ))}
      </ul>
    </section>
  );
}

function Buttons({ rootId, powers }: { readonly rootId: number; readonly powers: CasePowers }) {
  const texts = useTexts().interventions;
  const [open, setOpen] = useState<'cancel' | 'propose' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="button-row">
      {powers.cancel ? (
        <Button danger onClick={() => setOpen('cancel')}>
          {texts.cancel}
        </Button>
      ) : null}
      {powers.interventions.length > 0 ? <Button onClick={() => setOpen('propose')}>{texts.ask}</Button> : null}
      {open === 'cancel' ? (
        <OperationDialog
          rootId={rootId}
          title={texts.cancel}
          consequence={texts.cancelConsequence}
          missing={null}
          isReasonNeeded
          send={(reason) => cancelCase(rootId, reason)}
          onClose={close}
        />
      ) : null}
      {open === 'propose' ? <ProposeDialog rootId={rootId} powers={powers} onClose={close} /> : null}
    </div>
  );
}

interface InterventionItemProps {
  readonly rootId: number;
  readonly intervention: Intervention;
  readonly mayDecide: boolean;
}

function InterventionItem({ rootId, intervention, mayDecide }: InterventionItemProps) {
  const texts = useTexts().interventions;
  const [answer, setAnswer] = useState<'confirm' | 'decline' | null>(null);
  const { id, kind, status, reason, proposedBy, proposedAt, decidedBy, decidedAt, remark } = intervention;
  const isOpen = status === 'open';
  const send = answer === 'decline' ? declineIntervention : confirmIntervention;
  return (
    <li>
      <div className="open-task">
        <strong>{texts.kinds[kind]}</strong>
        <Tag color={isOpen ? 'warning' : 'default'}>{texts.statuses[status]}</Tag>
      </div>
      <p>{reason}</p>
      <p className="muted">{texts.askedBy(proposedBy, formatDateTime(proposedAt))}</p>
      {decidedBy === null || decidedAt === null ? null : (
        <p className="muted">
          {texts.decidedBy(decidedBy, formatDateTime(decidedAt))} {remark}
        </p>
      )}
      {isOpen && mayDecide ? (
        <div className="button-row">
          <Button size="small" type="primary" onClick={() => setAnswer('confirm')}>
            {texts.confirm}
          </Button>
          <Button size="small" onClick={() => setAnswer('decline')}>
            {texts.decline}
          </Button>
        </div>
      ) : null}
      {answer === null ? null : (
        <OperationDialog
          rootId={rootId}
          title={texts[answer]}
          consequence={answer === 'confirm' ? texts.confirmConsequence : texts.declineConsequence}
          missing={null}
          isReasonNeeded
          send={(text) => send(rootId, id, text)}
          onClose={() => setAnswer(null)}
        />
      )}
    </li>
  );
}
