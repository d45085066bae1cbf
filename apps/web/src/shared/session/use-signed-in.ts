import { useSyncExternalStore } from 'react';
import { isSignedIn, onSessionChange } from '../../api/session.js';

export function useSignedIn(): boolean {
  return useSyncExternalStore(onSessionChange, isSignedIn);
}
