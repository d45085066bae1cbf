import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DefectError } from '#libs/platform';
import { parse } from 'yaml';

/** One fund account of config/demo/funds.yaml; `amount` in fen. */
export interface DemoFund {
  readonly purchaser: string;
  readonly year: number;
  readonly source: string;
  readonly title: string;
  readonly documentNo: string;
  readonly amount: number;
}

/** Thrown when config/demo/funds.yaml is not as it must be; whoever edited the file can cure it. */
export class BadFundsFileError extends DefectError {
  constructor(reason: string) {
    super({
      code: 'projects.bad-funds-file',
      zh: `config/demo/funds.yaml 有误:${reason}。`,
      en: `config/demo/funds.yaml is wrong: ${reason}.`,
      details: { reason },
    });
  }
}

export function readFunds(configDir: string): DemoFund[] {
  const content: unknown = parse(readFileSync(join(configDir, 'demo', 'funds.yaml'), 'utf8'));
  if (!isRecord(content) || !Array.isArray(content['funds']))
    throw new BadFundsFileError('the list `funds` is missing');
  return content['funds'].map(fundOf);
}

function fundOf(entry: unknown, index: number): DemoFund {
  if (!isRecord(entry)) throw new BadFundsFileError(`entry ${index + 1} is no mapping`);
  const text = (key: string): string => {
    const value = entry[key];
    if (typeof value === 'string' && value !== '') return value;
    throw new BadFundsFileError(`entry ${index + 1} needs the text \`${key}\``);
  };
  const whole = (key: string): number => {
    const value = entry[key];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
    throw new BadFundsFileError(`entry ${index + 1} needs the whole number \`${key}\``);
  };
  const names = {
    purchaser: text('purchaser'),
    source: text('source'),
    title: text('title'),
    documentNo: text('documentNo'),
  };
  return { ...names, year: whole('year'), amount: whole('amount') };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
