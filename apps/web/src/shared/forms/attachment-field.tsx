import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { downloadAttachment } from '../attachments/download-attachment.js';
import { FileButton } from '../attachments/file-button.js';
import { formatSize } from '../attachments/format-size.js';
import { useProblemText } from '../ui/problem-text.js';
import type { FormContext } from './form-context.js';

interface AttachmentFieldProps {
  readonly id: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly isLocked: boolean;
  readonly context: Pick<FormContext, 'attachments' | 'upload' | 'uploadLimitBytes'>;
}

/** Uploads a file at once and keeps its id. */
export function AttachmentField({ id, value, onChange, isLocked, context }: AttachmentFieldProps) {
  const texts = useTexts();
  const problemText = useProblemText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const attachment = context.attachments.find((known) => known.id === value);
  const choose = async (file: File) => {
    setBusy(true);
    setProblem(null);
    await context
      .upload(file)
      .then((uploaded) => onChange(uploaded.id))
      .catch((error: unknown) => setProblem(problemText(error)));
    setBusy(false);
  };
  if (value !== undefined) {
    return (
      <span className="file-chip" id={id}>
        <PaperClipOutlined />
        {attachment === undefined ? (
          `#${value}`
        ) : (
          <button type="button" className="link-button" onClick={() => void downloadAttachment(attachment)}>
            {attachment.name}
          </button>
        )}
        {attachment === undefined ? null : <span className="muted">{formatSize(attachment.size)}</span>}
        {isLocked ? null : (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={texts.form.remove}
            onClick={() => onChange(undefined)}
          />
        )}
      </span>
    );
  }
  return (
    <span className="file-field">
      <FileButton id={id} isBusy={isBusy} isDisabled={isLocked} onFile={(file) => void choose(file)} />
      <span className={problem === null ? 'muted' : 'problem'}>
        {problem ?? texts.form.fileHint(Math.floor(context.uploadLimitBytes / 1_048_576))}
      </span>
    </span>
  );
}
