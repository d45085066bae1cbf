import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Action, readAction } from './action-words.js';
import { DRAWN, type Person, personsIn } from './persons.js';
import { signOf } from './rule-words.js';

export const BRANCHES = ['普通', '并行分支', '子流程'] as const;
/** Where the signed task stands: plainly, in one of two parallel regions, in a subprocess. */
export type Branch = (typeof BRANCHES)[number];

export const OUTCOMES = ['通过', '否决', '未定'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** 全岗: everybody who has the role, as one pool. */
export const POOL = '全岗';

/** One row of the suite. */
export interface ConformanceCase {
  readonly id: string;
  /** `sign` in the process language. */
  readonly sign: string;
  readonly branch: Branch;
  /** Empty for the pool. */
  readonly signers: readonly Person[];
  readonly actions: readonly Action[];
  readonly outcome: Outcome;
  /** Who has the task afterwards: persons in the order of the stems, 全岗, 中选人, or 无. */
  readonly todo: string;
  /** 转办, 委派, 代理, or 无: what the row says of itself. */
  readonly handedOn: string;
}

interface Table {
  readonly columns: string;
  readonly rows: readonly string[];
}

const FOLDER = new URL('./', import.meta.url);

/** Every row of every table of this folder. */
export function conformanceCases(): readonly ConformanceCase[] {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  return files.flatMap((file) => {
    const { rows } = parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Table;
    return rows.map(readCase);
  });
}

const CELLS = 11;

function readCase(row: string): ConformanceCase {
  const cells = row.split('|').map((cell) => cell.trim());
  if (cells.length !== CELLS) throw new TypeError(`the row "${row}" has ${cells.length} columns instead of ${CELLS}`);
  const cell = (at: number): string => cells[at] ?? '';
  const id = cell(0);
  return {
    id,
    sign: signOf({ mode: cell(1), rejection: cell(2), order: cell(3), others: cell(4) }),
    branch: oneOf(BRANCHES, cell(5), id),
    signers: cell(6) === POOL ? [] : personsIn(cell(6)),
    handedOn: cell(7),
    actions: cell(8).split('；').map(readAction),
    outcome: oneOf(OUTCOMES, cell(9), id),
    todo: todoOf(cell(10)),
  };
}

function todoOf(text: string): string {
  return text === DRAWN || text === POOL ? text : personsIn(text).join('') || '无';
}

function oneOf<T extends string>(words: readonly T[], word: string, id: string): T {
  const found = words.find((one) => one === word);
  if (found === undefined) throw new TypeError(`the row ${id} says "${word}" instead of one of ${words.join(', ')}`);
  return found;
}
