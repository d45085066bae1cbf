import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';

const LEAST = 2;
const MOST = 200;

interface ReasonButtonProps {
  readonly text: string;
  /** Of the dialog; the button's own text where it says enough. */
  readonly title?: string;
  readonly hint?: string;
  readonly isDangerous?: boolean;
  readonly onGiven: (reason: string) => void;
}

/** An operation that must be given a reason. */
export function ReasonButton({ text, title, hint, isDangerous = false, onGiven }: ReasonButtonProps) {
  const texts = useTexts();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const give = () => {
    setOpen(false);
    setReason('');
    onGiven(reason.trim());
  };
  return (
    <>
      <Button size="small" type="link" danger={isDangerous} onClick={() => setOpen(true)}>
        {text}
      </Button>
      <Modal
        open={isOpen}
        title={title ?? text}
        okText={text}
        cancelText={texts.task.cancel}
        okButtonProps={{ disabled: reason.trim().length < LEAST, danger: isDangerous }}
        onOk={give}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        {hint === undefined ? null : <p className="muted">{hint}</p>}
        <label htmlFor={id}>{texts.operations.reason}</label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={MOST}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </>
  );
}
