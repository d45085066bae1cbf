import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { codeAtLevel, type DivisionLevel, levelOfCode, parentCodeOf } from './division-level.js';
import type { DivisionView } from './division.view.js';
import { UnknownDivisionError } from './unknown-division.error.js';

interface DivisionRow {
  readonly code: string;
  readonly name: string;
  readonly is_special: number | boolean;
}

/** All divisions in memory (some 38,000 for a province): they change once a year, and every request asks them. */
@Injectable()
export class DivisionTree implements OnModuleInit {
  private byCode = new Map<string, DivisionView>();
  private childCodes = new Map<string, string[]>();

  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    await this.load();
  }

  /** Reads the table again; at boot and after a seed. */
  async load(): Promise<void> {
    const rows: DivisionRow[] = await this.dataSource.query(
      'SELECT code, name, is_special FROM identity_division ORDER BY code',
    );
    const views = rows.map(viewOf);
    const childCodes = new Map<string, string[]>();
    for (const { code, parentCode } of views) {
      const siblings = childCodes.get(parentCode ?? '');
      if (siblings) siblings.push(code);
      else childCodes.set(parentCode ?? '', [code]);
    }
    this.byCode = new Map(views.map((view) => [view.code, view]));
    this.childCodes = childCodes;
  }

  has(code: string): boolean {
    return this.byCode.has(code);
  }

  get(code: string): DivisionView {
    const division = this.byCode.get(code);
    if (!division) throw new UnknownDivisionError(code);
    return division;
  }

  name(code: string): string {
    return this.get(code).name;
  }

  /** `四川省凉山彝族自治州昭觉县竹核镇` */
  fullName(code: string): string {
    return this.chain(code)
      .map(({ name }) => name)
      .join('');
  }

  /** From the province down to the division itself. */
  chain(code: string): DivisionView[] {
    const division = this.get(code);
    return division.parentCode === null ? [division] : [...this.chain(division.parentCode), division];
  }

  /** Directly below; without a code the provinces. */
  children(parentCode: string | null): DivisionView[] {
    if (parentCode !== null) this.get(parentCode);
    return (this.childCodes.get(parentCode ?? '') ?? []).map((code) => this.get(code));
  }

  /** The division of that level which this one lies in (itself, when it is of that level); null when it is above it. */
  ancestorAt(code: string, level: DivisionLevel): DivisionView | null {
    const ancestor = codeAtLevel(code, level);
    return ancestor === null ? null : (this.byCode.get(ancestor) ?? null);
  }

  /** True for the division itself and everything below it. */
  isWithin(code: string, ancestorCode: string): boolean {
    return code.startsWith(ancestorCode);
  }
}

function viewOf(row: DivisionRow): DivisionView {
  return {
    code: row.code,
    name: row.name,
    level: levelOfCode(row.code),
    parentCode: parentCodeOf(row.code),
    isSpecial: Boolean(row.is_special),
  };
}
