const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Whether the text is a unified social credit code with a right check character (统一社会信用代码, GB 32100-2015). */
export function isCreditCode(text: string): boolean {
  if (text.length !== 18 || [...text].some((character) => !ALPHABET.includes(character))) return false;
  const sum = WEIGHTS.reduce((total, weight, position) => total + weight * ALPHABET.indexOf(text[position] ?? ''), 0);
  return text[17] === ALPHABET[(31 - (sum % 31)) % 31];
}
