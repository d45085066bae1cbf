import { useQuery } from '@tanstack/react-query';
import { Radio, Select } from 'antd';
import { useId, useState } from 'react';
import type { ProposeDto } from '../../api/generated/client.js';
import type { CasePowers } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { OperationDialog } from '../operations/operation-dialog.js';
import { proposeIntervention, suspensionsQuery } from './api/interventions.js';

interface ProposeDialogProps {
  readonly rootId: number;
  readonly powers: CasePowers;
  readonly onClose: () => void;
}

/** Asks for an intervention; nothing changes before a second person has confirmed it. */
export function ProposeDialog({ rootId, powers, onClose }: ProposeDialogProps) {
  const texts = useTexts().interventions;
  const id = useId();
  const [kind, setKind] = useState(powers.interventions[0] ?? 'suspend');
  const [target, setTarget] = useState<string | null>(null);
  const [cause, setCause] = useState<string | null>(null);
  const causes = useCauses(rootId, kind === 'activate' ? null : powers.causes);
  const needsCause = kind === 'suspend' || kind === 'activate';
  const jump = powers.jumps.find((candidate) => keyOf(candidate) === target);
  const missing =
    kind === 'jump' && jump === undefined
      ? texts.stateMissing
      : needsCause && cause === null
        ? texts.causeMissing
        : null;
  const wish: Omit<ProposeDto, 'reason'> = {
    kind,
    ...(kind === 'jump' && jump !== undefined ? { instance: jump.instance, state: jump.state } : {}),
    ...(needsCause && cause !== null ? { cause } : {}),
  };
  return (
    <OperationDialog
      rootId={rootId}
      title={texts.ask}
      consequence={`${texts.consequences[kind]}${texts.lead}`}
      missing={missing}
      isReasonNeeded
      send={(reason) => proposeIntervention(rootId, { ...wish, reason })}
      onClose={onClose}
    >
      <Radio.Group
        className="operation__choices"
        aria-label={texts.kind}
        value={kind}
        options={powers.interventions.map((value) => ({ value, label: texts.kinds[value] }))}
        onChange={(event) => setKind(powers.interventions.find((value) => value === event.target.value) ?? kind)}
      />
      {kind === 'jump' ? (
        <>
          <label className="field__label" htmlFor={`${id}-state`}>
            {texts.state}
          </label>
          <Select
            id={`${id}-state`}
            className="people-picker"
            value={target}
            showSearch={{ optionFilterProp: 'label' }}
            options={powers.jumps.map((candidate) => ({
              value: keyOf(candidate),
              label: `${candidate.process} · ${candidate.title}`,
            }))}
            onChange={setTarget}
          />
        </>
      ) : null}
      {needsCause ? (
        <>
          <label className="field__label" htmlFor={`${id}-cause`}>
            {texts.cause}
          </label>
          <Select
            id={`${id}-cause`}
            className="people-picker"
            value={cause}
            showSearch={{ optionFilterProp: 'label' }}
            options={causes}
            onChange={setCause}
          />
        </>
      ) : null}
    </OperationDialog>
  );
}

/** What the deadlines of the case list; to activate (null), the causes for which the whole case stands still. */
function useCauses(rootId: number, listed: CasePowers['causes'] | null): { value: string; label: string }[] {
  const standing = useQuery(suspensionsQuery(rootId)).data?.suspensions ?? [];
  if (listed !== null) return listed.map(({ reference, citation }) => ({ value: reference, label: citation }));
  return standing
    .filter(({ scope }) => scope === 'whole')
    .map(({ cause, law }) => ({ value: cause, label: law === null ? cause : `${law.title} ${law.article ?? ''}` }));
}

function keyOf({ instance, state }: CasePowers['jumps'][number]): string {
  return `${instance} ${state}`;
}
