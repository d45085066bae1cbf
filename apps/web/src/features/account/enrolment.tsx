import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, QRCode } from 'antd';
import { type FormEvent, useState } from 'react';
import type { EnrolmentView } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import { useProblemText } from '../../shared/ui/problem-text.js';
import { confirmSecondFactor } from './api/account.js';

const DIGITS = 6;

interface EnrolmentProps {
  readonly enrolment: EnrolmentView;
  readonly onConfirmed: (recoveryCodes: readonly string[]) => void;
}

/** What a phone scans, and the first code that proves it. */
export function Enrolment({ enrolment, onConfirmed }: EnrolmentProps) {
  const texts = useTexts();
  const problemText = useProblemText();
  const [code, setCode] = useState('');
  const attempt = useMutation({
    mutationFn: () => confirmSecondFactor(code.trim()),
    onSuccess: (view) => onConfirmed(view.recoveryCodes),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim().length === DIGITS) attempt.mutate();
  };
  return (
    <form className="account-form" onSubmit={submit} noValidate>
      <p>{texts.secondFactor.scan}</p>
      <QRCode value={enrolment.uri} type="svg" />
      <p>
        {texts.secondFactor.secret} <code data-testid="secret">{enrolment.secret}</code>
      </p>
      {attempt.isError ? <Alert type="error" showIcon role="alert" title={problemText(attempt.error)} /> : null}
      <label htmlFor="first-code">{texts.secondFactor.code}</label>
      <Input
        id="first-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={DIGITS}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={attempt.isPending}>
        {texts.secondFactor.confirm}
      </Button>
    </form>
  );
}
