import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { BulkOutcomeAnswer } from '../../api/generated/client.js';
import type { TaskItem } from '../../api/shapes.js';
import { useLanguage } from '../../locales/language.js';
import { useTexts } from '../../locales/use-texts.js';
import { KeyKeeper } from '../../shared/commands/key-keeper.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';
import { sampleQuery } from './api/get-tasks.js';
import { decideAll } from './api/inbox-commands.js';
import { asksOpinionAlone, isOneStep, itemsOf } from './bulk-actions.js';

interface BulkBarProps {
  readonly chosen: readonly TaskItem[];
  readonly onDone: () => void;
}

/** 批量办理 of the chosen tasks. They leave the list as they are done; the dialog keeps those it was opened with. */
export function BulkBar({ chosen, onDone }: BulkBarProps) {
  const texts = useTexts();
  const [opened, setOpened] = useState<readonly TaskItem[] | null>(null);
  const canDecide = isOneStep(chosen);
  return (
    <>
      {chosen.length === 0 ? null : (
        <div className="bulk-bar">
          <span>{texts.boxes.chosen(chosen.length)}</span>
          <Button type="primary" disabled={!canDecide} onClick={() => setOpened(chosen)}>
            {texts.boxes.bulk}
          </Button>
          {canDecide ? null : <span className="muted">{texts.boxes.oneStepOnly}</span>}
        </div>
      )}
      {opened === null ? null : (
        <BulkDialog
          tasks={opened}
          onClose={() => {
            setOpened(null);
            onDone();
          }}
        />
      )}
    </>
  );
}

function BulkDialog({ tasks, onClose }: { readonly tasks: readonly TaskItem[]; readonly onClose: () => void }) {
  const texts = useTexts();
  const client = useQueryClient();
  const [keys] = useState(() => new KeyKeeper());
  const [event, setEvent] = useState<string | null>(null);
  const [opinion, setOpinion] = useState('');
  const sample = useQuery(sampleQuery(tasks[0]?.id ?? 0));
  const actions = (sample.data?.actions ?? []).filter((action) => action.enabled && asksOpinionAlone(action));
  const action = actions.find((candidate) => candidate.event === event);
  const sending = useMutation({
    mutationFn: () => {
      const items = action === undefined ? [] : itemsOf(tasks, action, opinion);
      return decideAll(items, keys.keyFor(items));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
  const isDone = sending.data !== undefined;
  const isMissing = action === undefined || opinion.trim() === '';
  return (
    <Modal
      open
      title={texts.boxes.bulkTitle(tasks.length)}
      onCancel={onClose}
      footer={
        isDone ? (
          <Button type="primary" onClick={onClose}>
            {texts.boxes.close}
          </Button>
        ) : (
          <Button type="primary" disabled={isMissing} loading={sending.isPending} onClick={() => sending.mutate()}>
            {texts.boxes.send}
          </Button>
        )
      }
    >
      {isDone ? (
        <Outcomes outcomes={sending.data} tasks={tasks} />
      ) : (
        <div className="task-form">
          {sample.isSuccess && actions.length === 0 ? <p className="muted">{texts.boxes.noBulkAction}</p> : null}
          <Radio.Group
            value={event}
            options={actions.map((candidate) => ({ value: candidate.event, label: candidate.title }))}
            onChange={(change) => setEvent(String(change.target.value))}
          />
          <div className="field">
            <label className="field__label" htmlFor="bulk-opinion">
              {texts.boxes.opinion}
            </label>
            <Input.TextArea
              id="bulk-opinion"
              value={opinion}
              maxLength={2000}
              onChange={(change) => setOpinion(change.target.value)}
            />
          </div>
          <RefusalAlert error={sending.error ?? sample.error} />
        </div>
      )}
    </Modal>
  );
}

interface OutcomesProps {
  readonly outcomes: readonly BulkOutcomeAnswer[];
  readonly tasks: readonly TaskItem[];
}

/** One line for each: what was done, and why the rest was not. */
function Outcomes({ outcomes, tasks }: OutcomesProps) {
  const texts = useTexts();
  const language = useLanguage();
  const titles = new Map(tasks.map((task) => [task.id, `${task.title}（${task.caseTitle}）`]));
  const done = outcomes.filter((outcome) => outcome.ok).length;
  return (
    <>
      <p role="status">{texts.boxes.bulkResult(done, outcomes.length - done)}</p>
      <ul className="plain-list">
        {outcomes.map((outcome) => (
          <li key={outcome.task}>
            <strong>{titles.get(outcome.task) ?? outcome.task}</strong>
            <p className={outcome.ok ? 'muted' : 'problem'}>
              {outcome.refusal === null ? texts.boxes.done : outcome.refusal[language]}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
