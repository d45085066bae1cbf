import type { EffectInput } from '#libs/engine';
import { type SourceInput, sourcesOf } from '../budget/budget.form.js';

/** What finance says to one line; `sources` only where it sets them itself. Amounts in fen. */
export interface LineReview {
  readonly line: number;
  readonly approvedAmount: number;
  readonly reason: string | null;
  readonly sources: readonly SourceInput[] | null;
}

/** The form `budget-review`; amounts in fen. */
export interface ReviewInput {
  readonly lines: readonly LineReview[];
  readonly approvedTotal: number;
  readonly opinion: string;
}

export function reviewOf(form: EffectInput): ReviewInput {
  return {
    lines: form.items('lines').map((line) => ({
      line: line.integer('line'),
      approvedAmount: line.integer('approvedAmount'),
      reason: line.optionalText('reason'),
      sources: line.has('sources') ? sourcesOf(line) : null,
    })),
    approvedTotal: form.integer('approvedTotal'),
    opinion: form.text('opinion'),
  };
}
