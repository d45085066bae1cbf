import { useEffect, useState } from 'react';
import { type Draft, dropDraft, keepDraft, readDraft } from './draft.js';

const PAUSE_MS = 400;
const EMPTY: Draft = { event: null, form: {}, comment: '' };

interface DraftState {
  readonly draft: Draft;
  /** A draft of an earlier visit was found. */
  readonly isRestored: boolean;
  readonly hasDraft: boolean;
  /** `isTyped` is false where the form fills in what its schema says by itself. */
  readonly change: (part: Partial<Draft>, isTyped?: boolean) => void;
  readonly discard: () => void;
}

/** Keeps what is typed on this device, a moment after the last key. */
export function useDraft(key: string): DraftState {
  const [found] = useState(() => readDraft(key));
  const [draft, setDraft] = useState<Draft>(found ?? EMPTY);
  const [isTouched, setTouched] = useState(false);
  useEffect(() => {
    if (!isTouched) return undefined;
    const timer = setTimeout(() => keepDraft(key, draft), PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [key, draft, isTouched]);
  return {
    draft,
    isRestored: found !== null && !isTouched,
    hasDraft: found !== null || isTouched,
    change: (part, isTyped = true) => {
      if (isTyped) setTouched(true);
      setDraft((before) => ({ ...before, ...part }));
    },
    discard: () => {
      setTouched(false);
      setDraft(EMPTY);
      dropDraft(key);
    },
  };
}
