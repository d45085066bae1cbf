import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Deed } from '../operation-log/deed.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { SHEETS } from './import.columns.js';
import { UnreadableWorkbookError } from './import.error.js';
import type { ImportPlan } from './import.plan.js';
import { ImportWriter, type ImportedAccount } from './import.writer.js';
import { OrganisationPlanner } from './organisation.planner.js';
import { parseSheet } from './sheet.parser.js';
import { UserPlanner } from './user.planner.js';
import { readWorkbook } from './workbook.reader.js';

/** `check` writes nothing; `all` writes everything or, with one problem, nothing; `valid` leaves out what is wrong. */
export const IMPORT_MODES = ['check', 'all', 'valid'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

export interface ImportReport extends ImportPlan {
  readonly isWritten: boolean;
  readonly accounts: readonly ImportedAccount[];
}

/** 批量导入 of organisations and users from a workbook. */
@Injectable()
export class DirectoryImporter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly organisations: OrganisationPlanner,
    private readonly users: UserPlanner,
    private readonly writer: ImportWriter,
  ) {}

  async run(deed: Deed, content: Buffer, mode: ImportMode): Promise<ImportReport> {
    await this.directory.refresh();
    const plan = await this.plan(content);
    const isEmpty = plan.organisations.length + plan.users.length === 0;
    const isRefused = mode === 'check' || isEmpty || (mode === 'all' && plan.problems.length > 0);
    if (isRefused) return { ...plan, isWritten: false, accounts: [] };
    const accounts = await this.dataSource.transaction((manager) => this.writer.write(manager, deed, plan));
    await this.directory.refresh();
    return { ...plan, isWritten: true, accounts };
  }

  private async plan(content: Buffer): Promise<ImportPlan> {
    const sheets = await readWorkbook(content);
    const named = (name: string) => sheets.find((sheet) => sheet.name === name);
    const [first, second] = [named(SHEETS.organisations.name), named(SHEETS.users.name)];
    if (!first && !second) throw new UnreadableWorkbookError('no-sheet');
    const [organisationRows, userRows] = [parseSheet('organisations', first), parseSheet('users', second)];
    const organisations = this.organisations.plan(organisationRows.rows);
    const users = this.users.plan(userRows.rows, organisations.planned);
    const problems = [organisationRows, organisations, userRows, users].flatMap((part) => part.problems);
    return {
      organisations: organisations.planned,
      users: users.planned,
      problems,
      rowCount: organisationRows.rows.length + userRows.rows.length,
    };
  }
}
