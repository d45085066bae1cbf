import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type FormEvent, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useTexts } from '../../locales/use-texts.js';
import { useProblemText } from '../../shared/ui/problem-text.js';
import { exchangeTicket, singleSignOnQuery } from './api/sign-in.js';
import { CodeField } from './code-field.js';
import { useSignIn } from './use-sign-in.js';

const START = '/api/v1/single-sign-on/start';

/** The way by another system, where there is one: a button, what came back from it, and why it did not let one in. */
export function SingleSignOn({ target }: { readonly target: string }) {
  const texts = useTexts();
  const [parameters] = useSearchParams();
  const title = useQuery(singleSignOnQuery()).data?.title ?? null;
  if (title === null) return null;
  const reasons: Readonly<Record<string, string>> = texts.singleSignOn.refused;
  const refused = reasons[parameters.get('refused') ?? ''];
  return (
    <div>
      <p className="login__divider">{texts.singleSignOn.or}</p>
      {refused === undefined ? null : <Alert type="error" showIcon role="alert" title={refused} />}
      {parameters.get('ticket') === 'ready' ? <Ticket target={target} /> : null}
      <Button block size="large" href={`${START}?from=${encodeURIComponent(target)}`}>
        {title}
      </Button>
    </div>
  );
}

/** Exchanges the ticket at once; the form appears only when the account has a second factor. */
function Ticket({ target }: { readonly target: string }) {
  const texts = useTexts();
  const problemText = useProblemText();
  const { attempt, isCodeAsked, code, setCode, isPending, error } = useSignIn(exchangeTicket, target);
  const isTried = useRef(false);
  useEffect(() => {
    if (!isTried.current) attempt();
    isTried.current = true;
  }, [attempt]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt();
  };
  return (
    <form className="login__form" onSubmit={submit} noValidate>
      {error === null ? null : <Alert type="error" showIcon role="alert" title={problemText(error)} />}
      {isCodeAsked ? (
        <>
          <CodeField code={code} onChange={setCode} />
          <Button type="primary" size="large" htmlType="submit" block loading={isPending}>
            {texts.login.submit}
          </Button>
        </>
      ) : null}
    </form>
  );
}
