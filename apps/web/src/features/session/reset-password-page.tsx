import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../locales/use-texts.js';
import { NewPasswordFields } from '../../shared/passwords/new-password-fields.js';
import { useProblemText } from '../../shared/ui/problem-text.js';
import { resetPassword } from './api/sign-in.js';
import { LoginFrame } from './login-frame.js';

/** Setting a password with the one-time code of the administrator. */
export function ResetPasswordPage() {
  const texts = useTexts();
  const [isDone, setDone] = useState(false);
  return (
    <LoginFrame title={texts.reset.title}>
      {isDone ? <Alert type="success" showIcon role="status" title={texts.reset.done} /> : <p>{texts.reset.lead}</p>}
      {isDone ? null : <ResetForm onDone={() => setDone(true)} />}
      <p className="login__links">
        <Link to="/login">{texts.reset.back}</Link>
      </p>
    </LoginFrame>
  );
}

function ResetForm({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts();
  const { form, change, submit, refusal, isPending } = useReset(onDone);
  return (
    <form className="login__form" onSubmit={submit} noValidate>
      {refusal === null ? null : <Alert type="error" showIcon role="alert" title={refusal} />}
      <label htmlFor="login">{texts.login.login}</label>
      <Input
        id="login"
        autoComplete="username"
        autoCapitalize="none"
        value={form.login}
        onChange={(event) => change({ login: event.target.value })}
      />
      <label htmlFor="code">{texts.reset.code}</label>
      <Input
        id="code"
        autoComplete="off"
        autoCapitalize="characters"
        value={form.code}
        onChange={(event) => change({ code: event.target.value })}
      />
      <NewPasswordFields value={form} onChange={change} />
      <Button type="primary" size="large" htmlType="submit" block loading={isPending}>
        {texts.reset.submit}
      </Button>
    </form>
  );
}

const EMPTY = { login: '', code: '', fresh: '', again: '' };

function useReset(onDone: () => void) {
  const texts = useTexts();
  const problemText = useProblemText();
  const [form, setForm] = useState(EMPTY);
  const [slip, setSlip] = useState<string | null>(null);
  const attempt = useMutation({
    mutationFn: () => resetPassword(form.login.trim(), form.code.trim(), form.fresh),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isMissing = Object.values(form).includes('');
    const found = isMissing ? texts.password.missing : form.fresh === form.again ? null : texts.password.differ;
    setSlip(found);
    if (found === null) attempt.mutate();
  };
  return {
    form,
    change: (part: Partial<typeof EMPTY>) => setForm((before) => ({ ...before, ...part })),
    submit,
    refusal: slip ?? (attempt.isError ? problemText(attempt.error) : null),
    isPending: attempt.isPending,
  };
}
