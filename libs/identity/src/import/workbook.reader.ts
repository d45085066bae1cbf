import readXlsxFile from 'read-excel-file/node';
import { strFromU8, unzipSync } from 'fflate';
import { type UnreadableReason, UnreadableWorkbookError } from './import.error.js';

export const MOST_ROWS = 5000;
const MOST_COLUMNS = 30;
export const MOST_BYTES = 5 * 1_048_576;
/** Of all parts together, once unpacked: a workbook of 5000 rows has some three million. */
const MOST_UNPACKED = 24 * 1_048_576;
const MOST_PARTS = 200;

export type CellValue = string | number | boolean | Date | null;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** Addresses such as `B7` whose value is computed: what they show is not what they say. */
  readonly formulas: ReadonlySet<string>;
}

const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/;
const CELL = /<c\b[^>]*?\sr="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f\b/g;
const REFERENCE = /\sr\s*=\s*["']([A-Z]{0,3})(\d{1,9})["']/g;

/**
 * Reads a workbook that somebody sent. Before the library sees it, its size once unpacked is bounded (by what the archive
 * declares, and no more than that is ever unpacked), and so are the places of its cells: one cell in the last row of the
 * last column would make a table of 17 billion. Entities and macros are never run.
 */
export async function readWorkbook(content: Buffer): Promise<Sheet[]> {
  if (content.length > MOST_BYTES) throw new UnreadableWorkbookError('too-large');
  const parts = unpack(content);
  const formulas = parts.map(formulasOf);
  try {
    const sheets = await readXlsxFile(content);
    // Parts are numbered in the order of the workbook, or nobody can say which formula is whose: then each counts for all.
    const shared = new Set(formulas.flatMap((addresses) => [...addresses]));
    return sheets.map(({ sheet, data }, at) => ({
      name: sheet,
      // The library types dates as their constructor.
      rows: data as unknown as CellValue[][],
      formulas: formulas.length === sheets.length ? (formulas[at] ?? shared) : shared,
    }));
  } catch (error) {
    throw new UnreadableWorkbookError('not-xlsx', error);
  }
}

/** The XML of the sheets, in their order. */
function unpack(content: Buffer): string[] {
  let total = 0;
  let count = 0;
  const bounded = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    total += originalSize;
    count += 1;
    if (total > MOST_UNPACKED || count > MOST_PARTS) throw new UnreadableWorkbookError('too-large');
    return SHEET_PART.test(name);
  };
  const parts = refuseAs('not-xlsx', () => unzipSync(content, { filter: bounded }));
  const names = Object.keys(parts).sort((a, b) => numberOf(a) - numberOf(b));
  if (names.length === 0) throw new UnreadableWorkbookError('not-xlsx');
  return names.map((name) => strFromU8(parts[name] ?? new Uint8Array()));
}

function formulasOf(xml: string): Set<string> {
  // No program writes addresses in character references; whoever does hides something.
  if (/=\s*["'][^"'<>]*&#/.test(xml)) throw new UnreadableWorkbookError('not-xlsx');
  for (const [, column = '', row] of xml.matchAll(REFERENCE))
    if (Number(row) > MOST_ROWS + 1 || columnNumber(column) > MOST_COLUMNS)
      throw new UnreadableWorkbookError('too-many-rows');
  return new Set([...xml.matchAll(CELL)].map(([, address = '']) => address));
}

function refuseAs<T>(reason: UnreadableReason, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof UnreadableWorkbookError ? error : new UnreadableWorkbookError(reason, error);
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function numberOf(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
}

/** `A` for 0. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
