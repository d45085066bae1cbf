import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useTexts } from '../../locales/use-texts.js';
import { useAbout } from '../../shared/session/about.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { DemoAccounts } from './demo-accounts.js';
import { LoginForm } from './login-form.js';
import { LoginFrame } from './login-frame.js';
import { pageAfter } from './page-after.js';
import { SingleSignOn } from './single-sign-on.js';

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
    <LoginFrame title={texts.login.title}>
      <LoginForm login={login} password={password} onLogin={setLogin} onPassword={setPassword} target={target} />
      <SingleSignOn target={target} />
      {about?.demo === true ? <DemoAccounts about={about} onChoose={choose} /> : null}
    </LoginFrame>
  );
}
