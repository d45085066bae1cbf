import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../locales/use-texts.js';
import { useProblemText } from '../../shared/ui/problem-text.js';
import { signIn } from './api/sign-in.js';
import { CodeField } from './code-field.js';
import { useSignIn } from './use-sign-in.js';

interface LoginFormProps {
  readonly login: string;
  readonly password: string;
  readonly onLogin: (login: string) => void;
  readonly onPassword: (password: string) => void;
  readonly target: string;
}

export function LoginForm({ login, password, onLogin, onPassword, target }: LoginFormProps) {
  const texts = useTexts();
  const problemText = useProblemText();
  const [isMissing, setMissing] = useState(false);
  const way = useSignIn((code) => signIn(login.trim(), password, code), target);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacksInput = login.trim() === '' || password === '';
    setMissing(lacksInput);
    if (!lacksInput) way.attempt();
  };
  const typeAnew = (take: (text: string) => void) => (text: string) => {
    way.startAgain();
    take(text);
  };
  const refusal = isMissing ? texts.login.missing : way.error ? problemText(way.error) : null;
  return (
    <form className="login__form" onSubmit={submit} noValidate>
      {refusal === null ? null : <Alert type="error" showIcon title={refusal} role="alert" />}
      <Credentials login={login} password={password} onLogin={typeAnew(onLogin)} onPassword={typeAnew(onPassword)} />
      {way.isCodeAsked ? <CodeField code={way.code} onChange={way.setCode} /> : null}
      <Button type="primary" size="large" htmlType="submit" block loading={way.isPending}>
        {texts.login.submit}
      </Button>
      <p className="login__links">
        <Link to="/reset-password">{texts.reset.link}</Link>
        <Link to="/open-account">{texts.administration.opening.link}</Link>
      </p>
    </form>
  );
}

function Credentials({ login, password, onLogin, onPassword }: Omit<LoginFormProps, 'target'>) {
  const texts = useTexts();
  return (
    <>
      <label htmlFor="login">{texts.login.login}</label>
      <Input
        id="login"
        name="login"
        size="large"
        autoComplete="username"
        autoCapitalize="none"
        autoFocus
        value={login}
        onChange={(event) => onLogin(event.target.value)}
      />
      <label htmlFor="password">{texts.login.password}</label>
      <Input.Password
        id="password"
        name="password"
        size="large"
        autoComplete="current-password"
        value={password}
        onChange={(event) => onPassword(event.target.value)}
      />
    </>
  );
}
