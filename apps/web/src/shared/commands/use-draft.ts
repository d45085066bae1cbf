import { useEffect, useRef, useState } from 'react';
import { type Draft, dropDraft, keepDraft, readDraft } from './draft.js';

const PAUSE_MS = 400;
const EMPTY: Draft = { event: null, form: {}, comment: '' };

/** Where a draft is kept besides this device. It fails silently: what is typed is never lost for it. */
export interface DraftStore {
  readonly load: () => Promise<Draft | null>;
  readonly save: (draft: Draft) => void;
  readonly drop: () => void;
}

interface DraftState {
  readonly draft: Draft;
  /** A draft of an earlier visit was found. */
  readonly isRestored: boolean;
  readonly hasDraft: boolean;
  /** `isTyped` is false where the form fills in what its schema says by itself. */
  readonly change: (part: Partial<Draft>, isTyped?: boolean) => void;
  readonly discard: () => void;
}

/** Keeps what is typed on this device, and where there is a store also there, a moment after the last key. */
export function useDraft(key: string, openStore?: () => DraftStore): DraftState {
  const [store] = useState(() => openStore?.());
  const [found, setFound] = useState(() => readDraft(key));
  const [draft, setDraft] = useState<Draft>(found ?? EMPTY);
  const [isTouched, setTouched] = useState(false);
  const touched = useRef(false);
  useEffect(() => {
    let isGone = false;
    const restore = (stored: Draft | null | undefined) => {
      // What is on this device, or typed meanwhile, is newer.
      if (isGone || touched.current || !stored || readDraft(key) !== null) return;
      setFound(stored);
      setDraft(stored);
    };
    void store?.load().then(restore, () => undefined);
    return () => {
      isGone = true;
    };
  }, [key, store]);
  useEffect(() => {
    if (!isTouched) return undefined;
    const timer = setTimeout(() => {
      keepDraft(key, draft);
      store?.save(draft);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [key, draft, isTouched, store]);
  return {
    draft,
    isRestored: found !== null && !isTouched,
    hasDraft: found !== null || isTouched,
    change: (part, isTyped = true) => {
      if (isTyped) {
        touched.current = true;
        setTouched(true);
      }
      setDraft((before) => ({ ...before, ...part }));
    },
    discard: () => {
      setTouched(false);
      setFound(null);
      setDraft(EMPTY);
      dropDraft(key);
      store?.drop();
    },
  };
}
