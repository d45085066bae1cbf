const ELLIPSIS = '…';

/** The text cut to so many UTF-8 bytes, between characters, with `…` where something is missing. */
export function shortened(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const room = bytes - Buffer.byteLength(ELLIPSIS);
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > room) break;
    kept += character;
  }
  return kept + ELLIPSIS;
}
