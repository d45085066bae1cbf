import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { EnrolmentView, SecondFactorView } from '../../api/generated/client.js';
import { refreshSession } from '../../api/session.js';
import { useTexts } from '../../locales/use-texts.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { beginSecondFactor, removeSecondFactor, renewRecoveryCodes, secondFactorQuery } from './api/account.js';
import { Enrolment } from './enrolment.js';
import { PasswordQuestion } from './password-question.js';
import { RecoveryCodes } from './recovery-codes.js';

type Wish = 'begin' | 'renew' | 'remove';

export function SecondFactorPanel() {
  const texts = useTexts();
  const query = useQuery(secondFactorQuery());
  if (query.isPending) return <PageSkeleton rows={2} />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <section className="panel" aria-labelledby="second-factor-title">
      <h2 id="second-factor-title">{texts.secondFactor.title}</h2>
      <p className="muted">{texts.secondFactor.lead}</p>
      <SecondFactor state={query.data} />
    </section>
  );
}

function SecondFactor({ state }: { readonly state: SecondFactorView }) {
  const { wish, setWish, grant, enrolment, codes, confirmed, finish } = useSecondFactor();
  if (codes !== null) return <RecoveryCodes codes={codes} onKept={finish} />;
  if (enrolment !== null) return <Enrolment enrolment={enrolment} onConfirmed={confirmed} />;
  if (wish === null) return <Choices state={state} onWish={setWish} />;
  return (
    <PasswordQuestion
      isPending={grant.isPending}
      error={grant.error}
      onGiven={(password) => grant.mutate({ wish, password })}
      onCancel={() => {
        grant.reset();
        setWish(null);
      }}
    />
  );
}

/** From a wish by way of the password to what is shown once. */
function useSecondFactor() {
  const client = useQueryClient();
  const [wish, setWish] = useState<Wish | null>(null);
  const [enrolment, setEnrolment] = useState<EnrolmentView | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const grant = useMutation({
    mutationFn: async ({ wish: granted, password }: { wish: Wish; password: string }) => {
      if (granted === 'begin') setEnrolment(await beginSecondFactor(password));
      else if (granted === 'renew') setCodes((await renewRecoveryCodes(password)).recoveryCodes);
      else await removeSecondFactor(password);
    },
    onSuccess: async () => {
      setWish(null);
      await client.invalidateQueries({ queryKey: ['account'] });
    },
  });
  const confirmed = (recoveryCodes: readonly string[]) => {
    setEnrolment(null);
    setCodes(recoveryCodes);
  };
  /** Only now is the token renewed: with the duty done, this page would go away before the codes were read. */
  const finish = async () => {
    setCodes(null);
    await refreshSession();
    await client.invalidateQueries();
  };
  return { wish, setWish, grant, enrolment, codes, confirmed, finish: () => void finish() };
}

function Choices({ state, onWish }: { readonly state: SecondFactorView; readonly onWish: (wish: Wish) => void }) {
  const texts = useTexts();
  return (
    <>
      <p className="account-form__state">
        <Tag color={state.isOn ? 'green' : 'default'}>
          {state.isOn ? texts.secondFactor.on : texts.secondFactor.off}
        </Tag>
        {state.isRequired ? <Tag color="blue">{texts.secondFactor.required}</Tag> : null}
        {state.isOn ? <span className="muted">{texts.secondFactor.left(state.recoveryCodesLeft)}</span> : null}
      </p>
      <div className="account-form__buttons">
        {state.isOn ? (
          <>
            <Button onClick={() => onWish('renew')}>{texts.secondFactor.renew}</Button>
            {state.isRequired ? null : (
              <Button danger onClick={() => onWish('remove')}>
                {texts.secondFactor.remove}
              </Button>
            )}
          </>
        ) : (
          <Button type="primary" onClick={() => onWish('begin')}>
            {texts.secondFactor.begin}
          </Button>
        )}
      </div>
    </>
  );
}
