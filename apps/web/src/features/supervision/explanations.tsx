import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { ExplanationAnswer } from '../../api/generated/client.js';
import type { Attachment, SupervisionDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { FileButton } from '../../shared/attachments/file-button.js';
import { KeyKeeper } from '../../shared/commands/key-keeper.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { uploadToCase } from '../cases/api/commands.js';
import { explain, SUPERVISION_KEY } from './api/supervision.js';

/** 书面说明: what was asked and answered, and the form of what is still owed. */
export function Explanations({ matter }: { readonly matter: SupervisionDetail }) {
  const texts = useTexts().supervision;
  return (
    <section className="supervision__explanations">
      <h3>{texts.explanations}</h3>
      {matter.explanations.length === 0 ? <p className="muted">{texts.noExplanations}</p> : null}
      <ul className="plain-list message-list">
        {matter.explanations.map((explanation) => (
          <li key={explanation.id}>
            <Said by={explanation.askedBy} at={explanation.askedAt} as={texts.asked} text={explanation.question} />
            <Reply matter={matter} explanation={explanation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SaidProps {
  readonly by: string;
  readonly at: string;
  readonly as: string;
  readonly text: string;
}

function Said({ by, at, as, text }: SaidProps) {
  return (
    <>
      <strong>
        {by} {as}
      </strong>{' '}
      <time className="muted" dateTime={at}>
        {formatDateTime(at)}
      </time>
      <p className="message-list__body">{text}</p>
    </>
  );
}

interface ReplyProps {
  readonly matter: SupervisionDetail;
  readonly explanation: ExplanationAnswer;
}

function Reply({ matter, explanation }: ReplyProps) {
  const texts = useTexts().supervision;
  const { answer, answeredBy, answeredAt, attachments } = explanation;
  if (answer !== null) {
    return (
      <>
        <Said by={answeredBy ?? ''} at={answeredAt ?? ''} as={texts.answered} text={answer} />
        {attachments.length === 0 ? null : <small className="muted">{texts.attached(attachments.length)}</small>}
      </>
    );
  }
  if (matter.isMine || matter.status === 'closed') return <p className="muted">{texts.waiting}</p>;
  return <AnswerForm matter={matter} explanation={explanation} />;
}

function AnswerForm({ matter, explanation }: ReplyProps) {
  const texts = useTexts().supervision;
  const client = useQueryClient();
  const id = useId();
  const [keys] = useState(() => new KeyKeeper());
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const upload = useMutation({
    mutationFn: (file: File) => uploadToCase(matter.rootId, file),
    onSuccess: (file) => setFiles((before) => [...before, file]),
  });
  const sending = useMutation({
    mutationFn: () => {
      const attachments = files.map((file) => file.id);
      const said = { id: matter.id, explanation: explanation.id, text: text.trim(), attachments };
      return explain(said, keys.keyFor(said));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: SUPERVISION_KEY }),
  });
  const isShort = text.trim().length < 2;
  return (
    <div className="supervision__field">
      <label className="field__label" htmlFor={id}>
        {texts.answer}
      </label>
      <Input.TextArea
        id={id}
        rows={4}
        maxLength={2000}
        placeholder={texts.answerMissing}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="plain-list">
        {files.map((file) => (
          <li key={file.id}>{file.name}</li>
        ))}
      </ul>
      <RefusalAlert error={upload.error ?? sending.error} />
      <div className="button-row">
        <FileButton text={texts.attach} isBusy={upload.isPending} onFile={(file) => upload.mutate(file)} />
        <Button type="primary" disabled={isShort} loading={sending.isPending} onClick={() => sending.mutate()}>
          {texts.submitAnswer}
        </Button>
      </div>
    </div>
  );
}
