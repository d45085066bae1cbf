import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { type NewPassword, NewPasswordFields } from '../../shared/passwords/new-password-fields.js';
import { useProblemText } from '../../shared/ui/problem-text.js';
import { changePassword } from './api/account.js';

const EMPTY: NewPassword = { fresh: '', again: '' };

export function PasswordPanel() {
  const texts = useTexts();
  const { current, setCurrent, next, setNext, submit, refusal, isDone, isPending } = usePasswordChange();
  return (
    <section className="panel" aria-labelledby="password-title">
      <h2 id="password-title">{texts.password.title}</h2>
      <form className="account-form" onSubmit={submit} noValidate>
        {refusal === null ? null : <Alert type="error" showIcon role="alert" title={refusal} />}
        {isDone ? <Alert type="success" showIcon role="status" title={texts.password.changed} /> : null}
        <label htmlFor="current-password">{texts.password.current}</label>
        <Input.Password
          id="current-password"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <NewPasswordFields value={next} onChange={setNext} />
        <Button type="primary" htmlType="submit" loading={isPending}>
          {texts.password.submit}
        </Button>
      </form>
    </section>
  );
}

function usePasswordChange() {
  const texts = useTexts();
  const problemText = useProblemText();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(EMPTY);
  const [slip, setSlip] = useState<string | null>(null);
  const attempt = useMutation({
    mutationFn: () => changePassword(current, next.fresh),
    onSuccess: () => {
      setCurrent('');
      setNext(EMPTY);
      void client.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isMissing = [current, next.fresh, next.again].includes('');
    const found = isMissing ? texts.password.missing : next.fresh === next.again ? null : texts.password.differ;
    setSlip(found);
    if (found === null) attempt.mutate();
  };
  const refusal = slip ?? (attempt.isError ? problemText(attempt.error) : null);
  const { isSuccess: isDone, isPending } = attempt;
  return { current, setCurrent, next, setNext, submit, refusal, isDone: isDone && refusal === null, isPending };
}
