import { COURSE_RULES, STRUCTURE_RULES } from './check-gate.js';
import type { GateRule } from './gate-rule.js';

/** Lines of a document between which the table stands. */
const BEGIN = '<!-- sanshe processes codes --write -->';
const END = '<!-- end of the table -->';
const HEAD = ['code', 'what is wrong', 'remedy', 'proven by'] as const;

/** The document with the table of all codes of the gate as the rules tell it; null when it has no place for it. */
export function withGateCodes(document: string): string | null {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) return null;
  return `${document.slice(0, begin + BEGIN.length)}\n\n${gateCodeTable()}\n\n${document.slice(end)}`;
}

/** A Markdown table of all codes of the gate. */
export function gateCodeTable(): string {
  const rows = [...rowsOf(STRUCTURE_RULES, 'structure'), ...rowsOf(COURSE_RULES, 'all courses')];
  const sorted = rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const widths = HEAD.map((title, at) => Math.max(title.length, ...sorted.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0, fill)).join(' | ')} |`;
  const rule = line(
    HEAD.map(() => ''),
    '-',
  );
  return [line(HEAD), rule, ...sorted.map((row) => line(row))].join('\n');
}

function rowsOf(rules: readonly GateRule[], provenBy: string): readonly (readonly string[])[] {
  return rules.flatMap(({ id, codes, meaning, remedy }) =>
    (codes ?? [id]).map((code) => [`\`${code}\``, meaning, remedy, provenBy]),
  );
}
