/** Personal data as answers show it: what may be shown, and the number by which the whole is asked for. */
export interface MaskedValue {
  readonly text: string;
  readonly id: number;
}

const MASKED = /^([\dX*-]*\*[\dX*-]*)#(\d+)$/;

/** `138****8000#42`; null for anything else. */
export function maskedIn(value: unknown): MaskedValue | null {
  const [, text, id] = typeof value === 'string' ? (MASKED.exec(value) ?? []) : [];
  return text === undefined ? null : { text, id: Number(id) };
}
