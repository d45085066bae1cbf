import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { useProblemText } from '../../shared/ui/problem-text.js';

interface PasswordQuestionProps {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onGiven: (password: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the password again before something that must not happen to an open screen. */
export function PasswordQuestion({ isPending, error, onGiven, onCancel }: PasswordQuestionProps) {
  const texts = useTexts();
  const problemText = useProblemText();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') onGiven(password);
  };
  return (
    <form className="account-form" onSubmit={submit} noValidate>
      {error === null ? null : <Alert type="error" showIcon role="alert" title={problemText(error)} />}
      <label htmlFor="factor-password">{texts.secondFactor.password}</label>
      <Input.Password
        id="factor-password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className="account-form__buttons">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {texts.secondFactor.proceed}
        </Button>
        <Button onClick={onCancel}>{texts.secondFactor.cancel}</Button>
      </div>
    </form>
  );
}
