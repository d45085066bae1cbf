import { TranslationOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { sessionOpened } from '../../api/session.js';
import { currentLanguage, setLanguage } from '../../locales/language.js';
import { useTexts } from '../../locales/use-texts.js';
import { useAbout } from '../../shared/session/about.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { Brand } from '../../shared/ui/brand.js';
import { DemoRibbon } from '../../shared/ui/demo-ribbon.js';
import { useProblemText } from '../../shared/ui/problem-text.js';
import { signIn } from './api/sign-in.js';
import { DemoAccounts } from './demo-accounts.js';

export function LoginPage() {
  const texts = useTexts();
  const [parameters] = useSearchParams();
  const isSignedIn = useSignedIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const about = useAbout();
  const target = pageAfter(parameters.get('from'));
  if (isSignedIn) return <Navigate to={target} replace />;
  const choose = (account: string) => {
    setLogin(account);
    setPassword(about?.demoPassword ?? '');
  };
  return (
    <div className="login">
      <DemoRibbon />
      <div className="login__body">
        <section className="login__lead">
          <Brand />
          <p>{texts.login.lead}</p>
          <ol className="login__stages">
            {Object.values(texts.stages).map((stage) => (
              <li key={stage}>{stage}</li>
            ))}
          </ol>
        </section>
        <section className="login__panel panel">
          <div className="login__title">
            <h1>{texts.login.title}</h1>
            <Button
              type="link"
              size="small"
              icon={<TranslationOutlined />}
              onClick={() => setLanguage(currentLanguage() === 'en' ? 'zh' : 'en')}
            >
              {texts.nav.language}
            </Button>
          </div>
          <LoginForm login={login} password={password} onLogin={setLogin} onPassword={setPassword} target={target} />
          {about?.demo === true ? <DemoAccounts about={about} onChoose={choose} /> : null}
        </section>
      </div>
    </div>
  );
}

interface LoginFormProps {
  readonly login: string;
  readonly password: string;
  readonly onLogin: (login: string) => void;
  readonly onPassword: (password: string) => void;
  readonly target: string;
}

function LoginForm({ login, password, onLogin, onPassword, target }: LoginFormProps) {
  const texts = useTexts();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const [isMissing, setMissing] = useState(false);
  const attempt = useMutation({
    mutationFn: () => signIn(login.trim(), password),
    onSuccess: (tokens) => {
      sessionOpened(tokens);
      void navigate(target, { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacksInput = login.trim() === '' || password === '';
    setMissing(lacksInput);
    if (!lacksInput) attempt.mutate();
  };
  const refusal = isMissing ? texts.login.missing : attempt.isError ? problemText(attempt.error) : null;
  return (
    <form className="login__form" onSubmit={submit} noValidate>
      {refusal === null ? null : <Alert type="error" showIcon title={refusal} role="alert" />}
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
      <Button type="primary" size="large" htmlType="submit" block loading={attempt.isPending}>
        {texts.login.submit}
      </Button>
    </form>
  );
}

/** Only pages of this application: an address given from outside must not lead away. */
function pageAfter(from: string | null): string {
  return from !== null && /^\/(?![/\\])/.test(from) ? from : '/';
}
