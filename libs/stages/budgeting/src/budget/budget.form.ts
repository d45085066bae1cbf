import type { EffectInput } from '#libs/engine';

/** A part of an amount on a fund account, in fen. */
export interface SourceInput {
  readonly account: number;
  readonly amount: number;
}

/** One line as the officer enters it; amounts in fen. */
export interface LineInput {
  readonly subject: string;
  readonly item: string;
  readonly unitPrice: number;
  readonly unit: string;
  readonly quantity: number;
  readonly times: number;
  readonly basis: string;
  readonly sources: readonly SourceInput[];
}

export interface TargetInput {
  readonly dimension: string;
  readonly indicator: string;
  readonly operator: string;
  readonly value: string;
  readonly unit: string;
  readonly weight: number;
  readonly evidence: string | null;
}

/** The form `budget`; amounts in fen. */
export interface BudgetInput {
  readonly lines: readonly LineInput[];
  readonly total: number;
  readonly targets: readonly TargetInput[];
}

export function budgetOf(form: EffectInput): BudgetInput {
  return {
    lines: form.items('lines').map(lineOf),
    total: form.integer('total'),
    targets: form.items('targets').map(targetOf),
  };
}

export function sourcesOf(form: EffectInput): SourceInput[] {
  return form
    .items('sources')
    .map((source) => ({ account: source.integer('account'), amount: source.integer('amount') }));
}

function lineOf(form: EffectInput): LineInput {
  return {
    subject: form.text('subject'),
    item: form.text('item'),
    unitPrice: form.integer('unitPrice'),
    unit: form.text('unit'),
    quantity: form.integer('quantity'),
    times: form.integer('times'),
    basis: form.text('basis'),
    sources: sourcesOf(form),
  };
}

function targetOf(form: EffectInput): TargetInput {
  return {
    dimension: form.text('dimension'),
    indicator: form.text('indicator'),
    operator: form.text('operator'),
    value: form.text('value'),
    unit: form.text('unit'),
    weight: form.integer('weight'),
    evidence: form.optionalText('evidence'),
  };
}
