import { Injectable } from '@nestjs/common';
import { DivisionTree } from '../divisions/division.tree.js';
import { isCreditCode } from '../organisations/credit-code.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { PlannedOrganisation } from './import.plan.js';
import { type ImportProblem, importProblem, type ImportRule } from './import.problem.js';
import { SHEETS } from './import.columns.js';
import type { ParsedRow } from './sheet.parser.js';

const COLUMNS = SHEETS.organisations.columns;
const MOST_NAME = 128;

/** Checks the rows of the sheet “单位”. */
@Injectable()
export class OrganisationPlanner {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly divisions: DivisionTree,
    private readonly catalogue: RoleCatalogue,
  ) {}

  plan(rows: readonly ParsedRow[]): { planned: PlannedOrganisation[]; problems: ImportProblem[] } {
    const seen = new Set<string>();
    const planned: PlannedOrganisation[] = [];
    const problems: ImportProblem[] = [];
    for (const row of rows) {
      const own = [...row.problems, ...this.problemsOf(row, seen)];
      seen.add(creditCodeOf(row));
      problems.push(...own);
      if (own.length === 0) planned.push(this.draftOf(row));
    }
    return { planned, problems };
  }

  private problemsOf(row: ParsedRow, seen: ReadonlySet<string>): ImportProblem[] {
    const { name, kind, divisionCode } = row.texts;
    const code = creditCodeOf(row);
    const found: (readonly [keyof typeof COLUMNS, ImportRule, boolean])[] = [
      ['creditCode', 'credit-code', code !== '' && !isCreditCode(code)],
      ['creditCode', 'duplicate', code !== '' && seen.has(code)],
      ['creditCode', 'organisation-exists', this.directory.byCreditCode(code) !== null],
      ['name', 'too-long', (name ?? '').length > MOST_NAME],
      ['kind', 'kind', kind !== undefined && this.kindOf(kind) === null],
      ['divisionCode', 'division', divisionCode !== undefined && !this.divisions.has(divisionCode)],
    ];
    return found
      .filter(([, , isWrong]) => isWrong)
      .map(([column, rule]) =>
        importProblem({ sheet: 'organisations', row: row.row, column: COLUMNS[column].title }, rule),
      );
  }

  private draftOf({ row, texts }: ParsedRow): PlannedOrganisation {
    return {
      row,
      creditCode: (texts['creditCode'] ?? '').toUpperCase(),
      name: texts['name'] ?? '',
      kind: this.kindOf(texts['kind'] ?? '') ?? '',
      divisionCode: texts['divisionCode'] ?? '',
    };
  }

  /** By title in Chinese, or by name. */
  private kindOf(text: string): string | null {
    if (this.catalogue.kindNames.has(text)) return text;
    return [...this.catalogue.kindNames].find((kind) => this.catalogue.titleOfKind(kind).zh === text) ?? null;
  }
}

function creditCodeOf({ texts }: ParsedRow): string {
  return (texts['creditCode'] ?? '').toUpperCase();
}
