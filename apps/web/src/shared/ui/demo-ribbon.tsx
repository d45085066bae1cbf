import { useQuery } from '@tanstack/react-query';
import { useEffect, useReducer } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { useAbout } from '../session/about.js';
import { useSignedIn } from '../session/use-signed-in.js';
import { clockQuery, useBusinessNow } from '../time/business-now.js';
import { formatDateTime } from '../time/format-time.js';

const TICK_MS = 1000;

/** Marks every page of a demo or training environment, with its business time where that can be set. */
export function DemoRibbon() {
  const texts = useTexts();
  const about = useAbout();
  const isSignedIn = useSignedIn();
  if (about === null || !(about.demo || about.training)) return null;
  const { mark, explain } = about.training ? texts.training : texts.demo;
  return (
    <div className={about.training ? 'demo-ribbon is-training' : 'demo-ribbon'} role="note">
      <strong>{mark}</strong>
      <span className="demo-ribbon__explain">{explain}</span>
      {isSignedIn ? <BusinessTime /> : null}
    </div>
  );
}

function BusinessTime() {
  const texts = useTexts();
  const { data } = useQuery(clockQuery());
  const now = useBusinessNow();
  useTicking((data?.reading.rate ?? 0) > 1);
  if (now === null || data === undefined || data.reading.mode === 'real') return null;
  return (
    <span className="demo-ribbon__clock" title={texts.clock.note}>
      {texts.clock.business} {formatDateTime(now)}
      {data.reading.rate > 1 ? ` ${texts.clock.speed(data.reading.rate)}` : ''}
    </span>
  );
}

/** An accelerated clock is seen to run. */
function useTicking(isFast: boolean): void {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!isFast) return;
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [isFast]);
}
