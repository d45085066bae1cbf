import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../locales/use-texts.js';
import { useAbout } from '../session/about.js';
import { useSignedIn } from '../session/use-signed-in.js';
import { clockQuery, useBusinessNow } from '../time/business-now.js';
import { formatDateTime } from '../time/format-time.js';

/** Marks every page of an environment with demo data, and its business time where that can be set. */
export function DemoRibbon() {
  const texts = useTexts();
  const about = useAbout();
  const isSignedIn = useSignedIn();
  if (about?.demo !== true) return null;
  return (
    <div className="demo-ribbon" role="note">
      <strong>{texts.demo.mark}</strong>
      <span className="demo-ribbon__explain">{texts.demo.explain}</span>
      {isSignedIn ? <BusinessTime /> : null}
    </div>
  );
}

function BusinessTime() {
  const texts = useTexts();
  const { data } = useQuery(clockQuery());
  const now = useBusinessNow();
  if (now === null || data?.reading.mode !== 'settable') return null;
  return (
    <span className="demo-ribbon__clock" title={texts.clock.note}>
      {texts.clock.business} {formatDateTime(now)}
    </span>
  );
}
