import type { FormData } from '../../api/shapes.js';

/** What somebody has typed and not submitted; it survives a closed tab and a lost session. */
export interface Draft {
  readonly event: string | null;
  readonly form: FormData;
  readonly comment: string;
  /** Kept on this device alone. */
  readonly lateEntry?: LateEntryDraft | null;
}

/** 补录 as far as it is typed. */
export interface LateEntryDraft {
  /** `YYYY-MM-DDThh:mm` in China; empty until it is chosen. */
  readonly at: string;
  readonly reason: string;
  /** Attachment. */
  readonly document?: number;
}

const PREFIX = 'sanshe.draft.';

/** Drafts belong to one person: officers share counters and browsers. */
export function draftKey(userId: number, subject: string): string {
  return `${PREFIX}${userId}.${subject}`;
}

export function readDraft(key: string): Draft | null {
  const text = localStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as Draft); // written by `keepDraft` alone
}

export function keepDraft(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch (error) {
    // A full store costs the draft only; the form itself still holds what was typed.
    if (!(error instanceof DOMException)) throw error;
  }
}

export function dropDraft(key: string): void {
  localStorage.removeItem(key);
}
