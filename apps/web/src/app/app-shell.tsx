import { LogoutOutlined, TranslationOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { sessionLogout } from '../api/generated/client.js';
import { sessionLost } from '../api/session.js';
import { currentLanguage, setLanguage } from '../locales/language.js';
import { useTexts } from '../locales/use-texts.js';
import { useLiveUpdates } from '../shared/live/use-live-updates.js';
import { useMe } from '../shared/session/me.js';
import { useSignedIn } from '../shared/session/use-signed-in.js';
import { Brand } from '../shared/ui/brand.js';
import { DemoRibbon } from '../shared/ui/demo-ribbon.js';
import { PageSkeleton } from '../shared/ui/page-skeleton.js';
import { MainNav } from './main-nav.js';

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
  useLiveUpdates();
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {texts.nav.skip}
      </a>
      <div className="masthead">
        <DemoRibbon />
        <header className="topbar">
          <Brand />
          <MainNav />
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
      <div className="account__who">
        <span className="account__name">{me?.name}</span>
        <span className="account__organisation">{me?.organisationName}</span>
      </div>
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
