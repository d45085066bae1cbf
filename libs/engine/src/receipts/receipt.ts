/** What a receipt is about: something sent in, or a notice that was read. */
export const READ_KINDS = ['copy', 'notice'] as const;
export type ReadKind = (typeof READ_KINDS)[number];

/** 送达回执: who did what when, with hashes that can be checked against the history. */
export interface ReceiptView {
  readonly number: string;
  readonly kind: 'submission' | ReadKind;
  readonly rootId: number;
  readonly caseTitle: string;
  /** What was done; `read` for a notice. */
  readonly event: string;
  readonly person: string;
  readonly organisation: string;
  /** 代理. */
  readonly onBehalfOf: string | null;
  /** Business time. */
  readonly at: Date;
  /** True time of entry. */
  readonly recordedAt: Date;
  /** SHA-256 (hex) of what was sent or read. */
  readonly contentHash: string;
  /** SHA-256 (hex): of the history row, which every later row of the case rests on; or of the receipt. */
  readonly hash: string;
  readonly attachments: readonly { readonly id: number; readonly sha256: string }[];
}

/** Whether a number and a hash belong together; nothing more is told to whoever asks. */
export interface Verification {
  readonly valid: boolean;
  readonly at: Date | null;
  readonly recordedAt: Date | null;
}

/** Where a number points: a row of the history, or a receipt of its own. */
export type ReceiptPlace =
  | { readonly in: 'history'; readonly rootId: number; readonly seq: number }
  | { readonly in: 'receipts'; readonly id: number };

/** A submission needs no row of its own: its number is that of its history row. */
export function numberOfRow(rootId: number, seq: number): string {
  return `${rootId}-${seq}`;
}

export function numberOfReceipt(id: number): string {
  return `R${id}`;
}

/** Null for what is no receipt's number. */
export function placeOf(number: string): ReceiptPlace | null {
  const [, receipt, root, seq] = /^(?:R(\d{1,16})|(\d{1,16})-(\d{1,9}))$/u.exec(number) ?? [];
  if (receipt !== undefined) return { in: 'receipts', id: Number(receipt) };
  return root === undefined || seq === undefined ? null : { in: 'history', rootId: Number(root), seq: Number(seq) };
}
