import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../locales/use-texts.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';
import { LoginFrame } from '../session/login-frame.js';
import { verifyReceipt } from './api/receipts.js';
import { VerificationResult } from './verification-result.js';

const HASH = /^[0-9a-f]{64}$/i;

/** For whoever was shown a receipt, without an account. */
export function VerifyReceiptPage() {
  const texts = useTexts().receipts;
  const [number, setNumber] = useState('');
  const [hash, setHash] = useState('');
  const [isTried, setTried] = useState(false);
  const checking = useMutation({ mutationFn: () => verifyReceipt(number.trim(), hash.trim()) });
  const isMissing = number.trim() === '' || !HASH.test(hash.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isMissing) checking.mutate();
  };
  return (
    <LoginFrame title={texts.verifyTitle}>
      <p>{texts.verifyLead}</p>
      <form className="login__form" onSubmit={submit} noValidate>
        <label htmlFor="receipt-number">{texts.number}</label>
        <Input
          id="receipt-number"
          autoComplete="off"
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <label htmlFor="receipt-hash">{texts.hash}</label>
        <Input.TextArea
          id="receipt-hash"
          rows={2}
          placeholder={texts.hashHint}
          value={hash}
          onChange={(event) => setHash(event.target.value)}
        />
        {isTried && isMissing ? <Alert type="error" showIcon role="alert" title={texts.missing} /> : null}
        {checking.data === undefined ? null : <VerificationResult result={checking.data} />}
        <RefusalAlert error={checking.error} />
        <Button type="primary" size="large" htmlType="submit" loading={checking.isPending}>
          {texts.verify}
        </Button>
      </form>
      <p className="login__links">
        <Link to="/login">{texts.back}</Link>
      </p>
    </LoginFrame>
  );
}
