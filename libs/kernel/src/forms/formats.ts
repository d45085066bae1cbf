import { isPlainDate } from '../values/plain-date.js';
import { isCreditCode } from './formats/credit-code.format.js';
import { isIdNumber } from './formats/id-number.format.js';
import { isPhone } from './formats/phone.format.js';

/** A format of form fields: what it accepts and how to say so. */
export type FormFormat = {
  readonly zh: string;
  readonly en: string;
  /** Marks personal data: it is sealed before anything is stored, and shown with only these characters of it. */
  readonly mask?: { readonly head: number; readonly tail: number };
} & (
  | { readonly type: 'string'; readonly validate: (value: string) => boolean }
  | { readonly type: 'number'; readonly validate: (value: number) => boolean }
);

/** Number of an official document, e.g. 昭民〔2026〕12号 (文号). */
const DOCUMENT_NUMBER = /^[\u4e00-\u9fff]{1,16}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号$/;
/**
 * What stands for personal data once it is sealed: `sealed:<id>` where it is stored, `<masked>#<id>` where it is shown and
 * handed back unchanged. Whether the id is good is for the engine to say.
 */
const REFERENCE = /^(?:sealed:|[\dX*-]{7,20}#)[1-9]\d{0,15}$/;

export function isSealedReference(text: string): boolean {
  return REFERENCE.test(text);
}

const DIVISION = /^(?:\d{6}|\d{9}|\d{12})$/;

/** The formats that form schemas may name. */
export const FORM_FORMATS: { readonly [name: string]: FormFormat } = {
  date: {
    type: 'string',
    validate: isPlainDate,
    zh: '须为真实存在的日期，格式为“2026-01-31”',
    en: 'must be a date that exists, like 2026-01-31',
  },
  money: {
    type: 'number',
    validate: (value) => Number.isSafeInteger(value) && value >= 0,
    zh: '须为以“分”为单位的非负整数金额',
    en: 'must be an amount in whole fen, not negative',
  },
  attachment: {
    type: 'number',
    validate: (value) => Number.isSafeInteger(value) && value > 0,
    zh: '须为已上传附件的编号',
    en: 'must be the id of an uploaded attachment',
  },
  'credit-code': {
    type: 'string',
    validate: isCreditCode,
    zh: '不是有效的统一社会信用代码（18位，校验码须正确）',
    en: 'is not a valid unified social credit code (18 characters with a right check character)',
  },
  'document-number': {
    type: 'string',
    validate: (value) => DOCUMENT_NUMBER.test(value),
    zh: '须为文号，如“昭民〔2026〕12号”',
    en: 'must be a document number, like 昭民〔2026〕12号',
  },
  division: {
    type: 'string',
    validate: (value) => DIVISION.test(value),
    zh: '须为6位、9位或12位行政区划代码',
    en: 'must be a division code of 6, 9 or 12 digits',
  },
  'id-number': {
    type: 'string',
    validate: (value) => isIdNumber(value) || isSealedReference(value),
    mask: { head: 6, tail: 4 },
    zh: '不是有效的公民身份号码（18位，末位如为X须大写）',
    en: 'is not a valid identity number (18 characters with a right check character)',
  },
  phone: {
    type: 'string',
    validate: (value) => isPhone(value) || isSealedReference(value),
    mask: { head: 3, tail: 4 },
    zh: '须为11位手机号码，或带区号的固定电话，如“0834-8330023”',
    en: 'must be a mobile number of 11 digits, or a landline with its area code, like 0834-8330023',
  },
};
