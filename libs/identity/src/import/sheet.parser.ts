import { columnsOf, type SheetKey } from './import.columns.js';
import { type ImportProblem, importProblem, type ImportRule } from './import.problem.js';
import { type CellValue, columnLetter, type Sheet } from './workbook.reader.js';

const MOST_CHARACTERS = 200;

/** One row of a sheet: its texts by column key, and what is wrong with them so far. */
export interface ParsedRow {
  readonly row: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly ImportProblem[];
}

export interface ParsedSheet {
  readonly rows: readonly ParsedRow[];
  /** Of the titles: nothing of the sheet can be read. */
  readonly problems: readonly ImportProblem[];
}

/** Rows of texts, by the titles in the first row and in any order; empty rows are left out. */
export function parseSheet(key: SheetKey, sheet: Sheet | undefined): ParsedSheet {
  const [titles = [], ...rows] = sheet?.rows ?? [];
  if (!sheet) return { rows: [], problems: [] };
  const places = new Map(titles.map((title, at) => [plain(title), at]));
  const columns = columnsOf(key).map((column) => ({ ...column, at: places.get(column.title) }));
  const missing = columns.filter(({ required, at }) => required && at === undefined);
  const problems = missing.map(({ title }) => importProblem({ sheet: key, row: 1, column: title }, 'column'));
  if (problems.length > 0) return { rows: [], problems };
  const parsed = rows.map((cells, at) => parseRow({ key, columns, formulas: sheet.formulas }, cells, at + 2));
  return { rows: parsed.filter(({ texts, problems: own }) => Object.keys(texts).length + own.length > 0), problems };
}

interface Layout {
  readonly key: SheetKey;
  readonly columns: readonly { key: string; title: string; required: boolean; at: number | undefined }[];
  readonly formulas: ReadonlySet<string>;
}

function parseRow({ key, columns, formulas }: Layout, cells: readonly CellValue[], row: number): ParsedRow {
  const texts: Record<string, string> = {};
  const problems: ImportProblem[] = [];
  for (const { key: name, title, at } of columns) {
    const cell = at === undefined ? null : (cells[at] ?? null);
    if (at === undefined || plain(cell) === '') continue;
    const rule = ruleBrokenBy(cell, formulas.has(`${columnLetter(at)}${row}`));
    if (rule) problems.push(importProblem({ sheet: key, row, column: title }, rule));
    else texts[name] = plain(cell);
  }
  const isEmpty = Object.keys(texts).length + problems.length === 0;
  const lacking = isEmpty ? [] : columns.filter((column) => column.required && isLacking(column, texts, problems));
  const places = lacking.map(({ title }) => ({ sheet: key, row, column: title }));
  return { row, texts, problems: [...problems, ...places.map((place) => importProblem(place, 'required'))] };
}

function ruleBrokenBy(cell: CellValue, isFormula: boolean): ImportRule | null {
  if (isFormula) return 'formula';
  if (cell instanceof Date || typeof cell === 'boolean') return 'text';
  // A number of 18 digits has lost its last ones in the spreadsheet already.
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return 'text';
  return plain(cell).length > MOST_CHARACTERS ? 'too-long' : null;
}

function isLacking(
  { key, title }: { key: string; title: string },
  texts: Readonly<Record<string, string>>,
  problems: readonly ImportProblem[],
): boolean {
  return texts[key] === undefined && !problems.some(({ column }) => column === title);
}

function plain(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString() : String(cell).trim();
}
