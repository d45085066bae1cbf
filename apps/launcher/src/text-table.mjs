/** Chinese characters take two columns of a terminal. @param {string} text */
export function widthOf(text) {
  return [...text].reduce((width, character) => width + (isWide(character) ? 2 : 1), 0);
}

/** @param {string} character */
function isWide(character) {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xffdc && code !== 0x303f) || code > 0x1f2ff;
}

/**
 * @param {readonly (readonly string[])[]} rows the first one is the heading
 * @returns {string}
 */
export function textTable(rows) {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  const line = (/** @type {readonly string[]} */ row) =>
    widths.map((width, at) => (row[at] ?? '') + ' '.repeat(width - widthOf(row[at] ?? ''))).join('  ');
  const [heading = [], ...body] = rows;
  return [line(heading), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)]
    .map((text) => `  ${text.trimEnd()}`)
    .join('\n');
}
