import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';
import { giveOpinion } from './api/operations.js';
import { useOperation } from './use-operation.js';

const COMMENT_LIMIT = 2000;

/** For somebody who was asked for an opinion: agree or disagree, and why. */
export function OpinionForm({ rootId, taskId }: { readonly rootId: number; readonly taskId: number }) {
  const texts = useTexts();
  const id = useId();
  const [opinion, setOpinion] = useState<'approve' | 'reject'>('approve');
  const [comment, setComment] = useState('');
  const [isTried, setTried] = useState(false);
  const sending = useOperation(rootId, () => undefined);
  const isMissing = comment.trim() === '';
  const submit = () => {
    setTried(true);
    if (!isMissing) sending.mutate(() => giveOpinion(taskId, opinion, comment.trim()));
  };
  return (
    <div className="task-form">
      <p className="muted">{texts.operations.opinionLead}</p>
      <Radio.Group
        aria-label={texts.operations.opinion}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value === 'reject' ? 'reject' : 'approve')}
        options={(['approve', 'reject'] as const).map((value) => ({ value, label: texts.operations.opinions[value] }))}
      />
      <label className="field__label" htmlFor={id}>
        {texts.operations.opinionText}
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={COMMENT_LIMIT}
        value={comment}
        status={isTried && isMissing ? 'error' : undefined}
        onChange={(event) => setComment(event.target.value)}
      />
      {isTried && isMissing ? (
        <p className="problem" role="alert">
          {texts.operations.opinionMissing}
        </p>
      ) : null}
      <RefusalAlert error={sending.error} />
      <div className="button-row button-row--submit">
        <Button type="primary" size="large" loading={sending.isPending} onClick={submit}>
          {texts.operations.giveOpinion}
        </Button>
      </div>
    </div>
  );
}
