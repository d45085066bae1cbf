/** A text of JSON, with its quotes; numbers that stand bare are ids and amounts. */
const JSON_TEXT = /"(?:[^"\\]|\\.)*"/g;
/** 公民身份号码 of GB 11643: division, date of birth, order, check character. */
const ID_NUMBER = /(?<!\d)(\d{6})(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(\d{3}[\dXx])(?!\d)/g;
/** 手机号码 of the mainland. */
const MOBILE_NUMBER = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g;

/** Masks ID and mobile numbers in every text of a line of JSON (个人信息保护法 51: they are of no use in a log). */
export function maskPersonalNumbers(line: string): string {
  return line.replace(JSON_TEXT, (text) => text.replace(ID_NUMBER, '$1********$2').replace(MOBILE_NUMBER, '$1****$2'));
}
