import { isPlainDate } from '../../values/plain-date.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const SHAPE = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;

/** Whether the text is a citizen's identity number with a real date of birth and a right check character (公民身份号码, GB 11643). */
export function isIdNumber(text: string): boolean {
  const [, year, month, day] = SHAPE.exec(text) ?? [];
  if (year === undefined || !isPlainDate(`${year}-${month}-${day}`)) return false;
  const sum = WEIGHTS.reduce((total, weight, position) => total + weight * Number(text[position]), 0);
  return text[17] === CHECKS[sum % 11];
}
