import type { SheetKey } from './import.columns.js';

/** What is wrong in one cell, and what to do. */
export interface ImportProblem {
  readonly sheet: SheetKey;
  /** As the spreadsheet counts, from 1; the titles stand in row 1. */
  readonly row: number;
  /** Title of the column; empty for the row as a whole. */
  readonly column: string;
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
}

/** Sentences by rule; personal data is never repeated in them. */
export const IMPORT_RULES = {
  column: { zh: '缺少此列，请使用模板的标题行', en: 'the column is missing; use the titles of the template' },
  required: { zh: '必填，请补充', en: 'is required' },
  formula: { zh: '是公式，请复制后“选择性粘贴—数值”', en: 'is a formula; paste it as a value' },
  text: {
    zh: '须为文本格式，请将单元格设为“文本”后重新输入',
    en: 'must be text; format the cell as text and type it again',
  },
  'too-long': { zh: '内容过长，请缩短', en: 'is too long; shorten it' },
  'credit-code': {
    zh: '统一社会信用代码有误（18位，校验码须正确），请核对',
    en: 'is no credit code with right check characters',
  },
  kind: {
    zh: '没有这种单位类型，请从“说明”工作表中选择',
    en: 'is no kind of organisation; choose one of the sheet “说明”',
  },
  division: { zh: '没有这个行政区划代码，请核对', en: 'is no code of a division' },
  'organisation-exists': {
    zh: '系统中已有该单位，请删除此行',
    en: 'the organisation is there already; remove the row',
  },
  duplicate: { zh: '与本表前面的行重复，请删除其中一行', en: 'repeats a row above; remove one' },
  login: {
    zh: '须为3至64位小写字母、数字、点或短横线，并以字母或数字开头',
    en: 'must be 3 to 64 lower-case letters, digits, dots or dashes',
  },
  'login-taken': { zh: '用户名已被使用，请另选一个', en: 'the login is taken; choose another' },
  organisation: {
    zh: '系统和“单位”工作表中都没有该单位（或该单位所在行有误），请先补充单位',
    en: 'neither the system nor the sheet “单位” has this organisation',
  },
  role: {
    zh: '该类单位没有这个岗位，请从“说明”工作表中选择',
    en: 'is no role of that kind of organisation; choose one of the sheet “说明”',
  },
  exclusive: { zh: '岗位互斥，须由不同的人担任', en: 'one person cannot have these roles' },
  email: { zh: '不是电子邮箱地址，请核对', en: 'is no address of e-mail' },
  phone: { zh: '须为11位手机号码或带区号的固定电话', en: 'must be a mobile number or a landline with its area code' },
  'id-number': {
    zh: '不是有效的公民身份号码（18位，校验码须正确），请核对',
    en: 'is no identity number with a right check character',
  },
} as const;
export type ImportRule = keyof typeof IMPORT_RULES;

export function importProblem(place: Pick<ImportProblem, 'sheet' | 'row' | 'column'>, rule: ImportRule): ImportProblem {
  const { zh, en } = IMPORT_RULES[rule];
  return { ...place, rule, zh: `“${place.column}”${zh}`, en: `“${place.column}” ${en}` };
}
