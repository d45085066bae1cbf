import { LogoutOutlined, TranslationOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Suspense } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { sessionLogout } from '../api/generated/client.js';
import { sessionLost } from '../api/session.js';
import { currentLanguage, setLanguage } from '../locales/language.js';
import { useTexts } from '../locales/use-texts.js';
import { useLiveUpdates } from '../shared/live/use-live-updates.js';
import { useMe } from '../shared/session/me.js';
import { useDuties } from '../shared/session/use-duties.js';
import { useSignedIn } from '../shared/session/use-signed-in.js';
import { Brand } from '../shared/ui/brand.js';
import { DemoRibbon } from '../shared/ui/demo-ribbon.js';
import { PageSkeleton } from '../shared/ui/page-skeleton.js';
import { MainNav } from './main-nav.js';

/** All that there is while something must be done with the account first. */
const ACCOUNT_PAGE = '/account';

/** Frame of all pages behind the login. */
export function AppShell() {
  const isSignedIn = useSignedIn();
  const location = useLocation();
  if (!isSignedIn) {
    const from = `${location.pathname}${location.search}`;
    return <Navigate to={from === '/' ? '/login' : `/login?from=${encodeURIComponent(from)}`} replace />;
  }
  return <SignedInShell />;
}

function SignedInShell() {
  const texts = useTexts();
  const isDutyPending = useDuties().length > 0;
  const { pathname } = useLocation();
  if (isDutyPending && pathname !== ACCOUNT_PAGE) return <Navigate to={ACCOUNT_PAGE} replace />;
  return (
    <div className="shell">
      {isDutyPending ? null : <LiveUpdates />}
      <a className="skip-link" href="#content">
        {texts.nav.skip}
      </a>
      <div className="masthead">
        <DemoRibbon />
        <header className="topbar">
          <Brand />
          {isDutyPending ? <span /> : <MainNav />}
          <Account />
        </header>
      </div>
      <main id="content" className="content" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

function LiveUpdates() {
  useLiveUpdates();
  return null;
}

function Account() {
  const texts = useTexts();
  const me = useMe();
  const client = useQueryClient();
  const signOut = async () => {
    await sessionLogout().catch(() => undefined);
    sessionLost();
    client.clear();
  };
  return (
    <div className="account">
      <Link to={ACCOUNT_PAGE} className="account__who" title={texts.account.title}>
        <span className="account__name">{me?.name}</span>
        <span className="account__organisation">{me?.organisationName}</span>
      </Link>
      <Button
        type="text"
        className="topbar__button"
        icon={<TranslationOutlined />}
        aria-label={texts.nav.language}
        onClick={() => setLanguage(currentLanguage() === 'en' ? 'zh' : 'en')}
      >
        <span className="wide-only">{texts.nav.language}</span>
      </Button>
      <Button
        type="text"
        className="topbar__button"
        icon={<LogoutOutlined />}
        aria-label={texts.nav.signOut}
        title={texts.nav.signOut}
        onClick={() => void signOut()}
      />
    </div>
  );
}
