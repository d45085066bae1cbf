import { useSyncExternalStore } from 'react';
import type { AccountDuty } from '../../api/generated/client.js';
import { onSessionChange, pendingDuties } from '../../api/session.js';

const DUTIES: readonly AccountDuty[] = ['password-change', 'second-factor'];

/** What must be done with the account before anything else. */
export function useDuties(): readonly AccountDuty[] {
  const pending = useSyncExternalStore(onSessionChange, pendingDuties).split(',');
  return DUTIES.filter((duty) => pending.includes(duty));
}
