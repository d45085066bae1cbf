import { dictionary } from '@zxcvbn-ts/language-common';

const KNOWN: ReadonlySet<string> = new Set(dictionary['passwords-common'].map((word) => word.toLowerCase()));
/** What people put around a common password to please a rule. */
const TRIMMINGS = /^[^a-z]+|[^a-z]+$/g;
const SHORTEST_CORE = 4;

/** True for a password that guessers try first, also when only its case or what stands around its letters differs. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  if (KNOWN.has(plain)) return true;
  const core = plain.replace(TRIMMINGS, '');
  const isMostOfIt = core.length >= SHORTEST_CORE && core.length * 2 > plain.length;
  return isMostOfIt && KNOWN.has(core);
}
