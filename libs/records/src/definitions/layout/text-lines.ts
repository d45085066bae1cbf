/** Sizes of the only font of the diagrams, in pixels. */
export const FONT_SIZE = 12;
export const LINE_HEIGHT = 16;

/** Width of a text: a Chinese character is one em wide, a Latin one a little more than half of it. */
export function textWidth(text: string): number {
  return [...text].reduce((width, char) => width + (char > '\u2e7f' ? FONT_SIZE : FONT_SIZE * 0.56), 0);
}

/** Breaks a text into lines of at most the given width; what is beyond the last line ends in `…`. */
export function textLines(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of words(text)) {
    const last = lines.at(-1) ?? '';
    if (last === '' || textWidth(last + word) <= width) lines[lines.length - 1] = last + word;
    else lines.push(word.trimStart());
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = `${(kept[most - 1] ?? '').slice(0, -1)}…`;
  return kept;
}

/** Room that a label takes. */
export function labelSize(text: string, width: number): { readonly width: number; readonly height: number } {
  const lines = textLines(text, width, 3);
  return { width: Math.ceil(Math.max(...lines.map(textWidth))) + 2, height: lines.length * LINE_HEIGHT };
}

/** Chinese breaks behind every character, Latin between words and behind dots. */
function words(text: string): readonly string[] {
  return text.match(/[\u2e80-\uffff]|\s?[^\s\u2e80-\uffff.]+\.?|\s|\./g) ?? [];
}
