import type { Texts } from '../../locales/zh.js';
import { formatYuan } from '../../shared/money/yuan.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { maskedIn } from './masked-value.js';

export type RecordObject = Readonly<Record<string, unknown>>;

export interface RecordField {
  readonly name: string;
  readonly label: string;
  readonly value: unknown;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;
const HUNDREDTHS = 100;
/** Fields that hold fen. */
const MONEY = new Set([
  'amount',
  'approvedAmount',
  'approvedTotal',
  'budgetTotal',
  'ceilingPrice',
  'plannedAmount',
  'price',
  'spent',
  'unitPrice',
]);
/** Fields that hold hundredths of a point or of a per cent. */
const POINTS = new Set(['quality', 'priceScore', 'totalScore', 'score', 'satisfaction']);

/** Fields that have a label in the language of the screen; ids and links have none and are not shown. */
export function fieldsOf(value: RecordObject, texts: Texts): RecordField[] {
  const labels: Readonly<Record<string, string>> = texts.record.labels;
  return Object.entries(value)
    .filter(
      ([name, content]) => labels[name] !== undefined && content !== null && content !== undefined && content !== '',
    )
    .map(([name, content]) => ({ name, label: labels[name] ?? name, value: content }));
}

export function isRecord(value: unknown): value is RecordObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isTable(value: unknown): value is readonly RecordObject[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

export function isWordList(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value) && value.length > 0 && !value.every(isRecord);
}

export function textOf({ name, value }: RecordField, texts: Texts): string {
  if (value === null || value === undefined) return texts.common.none;
  if (typeof value === 'boolean') return value ? texts.form.yes : texts.form.no;
  if (typeof value === 'number') return numberText(name, value);
  if (typeof value === 'string') return wordOf(name, value, texts);
  if (Array.isArray(value)) return value.map((item) => textOf({ name, label: '', value: item }, texts)).join('、');
  return '';
}

function numberText(name: string, value: number): string {
  if (MONEY.has(name)) return `¥\u00a0${formatYuan(value)}`;
  if (POINTS.has(name)) return (value / HUNDREDTHS).toFixed(2);
  return String(value);
}

function wordOf(name: string, value: string, texts: Texts): string {
  const masked = maskedIn(value);
  if (masked !== null) return masked.text;
  const words: Readonly<Record<string, string>> = texts.record.words;
  return words[`${name}.${value}`] ?? words[value] ?? (INSTANT.test(value) ? formatDateTime(value) : value);
}
