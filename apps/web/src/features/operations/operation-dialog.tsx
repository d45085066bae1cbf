import { Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';
import { useOperation } from './use-operation.js';

const COMMENT_LIMIT = 2000;

interface OperationDialogProps {
  readonly rootId: number;
  readonly title: string;
  readonly consequence: string;
  /** What is missing beside the reason; null when all is there. */
  readonly missing: string | null;
  readonly isReasonNeeded: boolean;
  readonly send: (comment: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** One operation: what it does, what it needs, why; a refusal is shown and nothing typed is lost. */
export function OperationDialog(props: OperationDialogProps) {
  const { rootId, title, consequence, missing, isReasonNeeded, send, onClose, children } = props;
  const texts = useTexts();
  const id = useId();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const sending = useOperation(rootId, onClose);
  const isReasonMissing = isReasonNeeded && reason.trim() === '';
  const problem = missing ?? (isReasonMissing ? texts.operations.reasonMissing : null);
  const submit = () => {
    setTried(true);
    if (problem === null) sending.mutate(() => send(reason.trim()));
  };
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ loading: sending.isPending }}
      cancelText={texts.task.cancel}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="operation__consequence">{consequence}</p>
      {children}
      <label className="field__label" htmlFor={id}>
        {isReasonNeeded ? texts.operations.reason : texts.operations.note}
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={COMMENT_LIMIT}
        placeholder={texts.operations.reasonHint}
        value={reason}
        status={isTried && isReasonMissing ? 'error' : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {isTried && problem !== null ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      <RefusalAlert error={sending.error} />
    </Modal>
  );
}
