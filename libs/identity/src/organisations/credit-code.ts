/** GB 32100-2015: no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714: the organisation's own code inside, characters 9–16 and its check character 17. */
const INNER_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** 统一社会信用代码: true when both check characters are right. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18 || [...code].some((character) => !ALPHABET.includes(character))) return false;
  return code[17] === checkCharacter(code.slice(0, 17)) && code[16] === innerCheckCharacter(code.slice(8, 16));
}

/** A whole code from its first 16 characters. */
export function completeCreditCode(first16: string): string {
  const first17 = first16 + innerCheckCharacter(first16.slice(8, 16));
  return first17 + checkCharacter(first17);
}

function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(first17.charAt(index)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function innerCheckCharacter(body: string): string {
  const sum = INNER_WEIGHTS.reduce(
    (total, weight, index) => total + weight * INNER_ALPHABET.indexOf(body.charAt(index)),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}
