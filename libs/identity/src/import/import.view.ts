import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IMPORT_MODES, type ImportMode, type ImportReport } from './directory.importer.js';
import { SHEETS } from './import.columns.js';

export class ImportQuery {
  @ApiProperty({
    enum: IMPORT_MODES,
    description: '`check` writes nothing; `all` writes everything or nothing; `valid` leaves out what is wrong',
  })
  @IsIn(IMPORT_MODES)
  mode!: ImportMode;
}

/** What is wrong in one cell, and what to do. */
export class ImportProblemView {
  @ApiProperty({ example: '用户', description: 'Name of the sheet' })
  sheet!: string;

  @ApiProperty({ example: 7, description: 'As the spreadsheet counts' })
  row!: number;

  @ApiProperty({ example: '身份证号', description: 'Title of the column' })
  column!: string;

  @ApiProperty({ example: 'id-number' })
  rule!: string;

  @ApiProperty()
  zh!: string;

  @ApiProperty()
  en!: string;
}

export class ImportedAccountView {
  @ApiProperty()
  login!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ example: '7KQ4-M2PX-9TDR', description: 'Shown once' })
  code!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}

/** What an import did, or would do. */
export class ImportReportView {
  @ApiProperty()
  isWritten!: boolean;

  @ApiProperty({ description: 'Rows that are not empty' })
  rows!: number;

  @ApiProperty({ description: 'Organisations written, or that would be' })
  organisations!: number;

  @ApiProperty({ description: 'Users written, or that would be' })
  users!: number;

  @ApiProperty({ type: [ImportProblemView] })
  problems!: readonly ImportProblemView[];

  @ApiProperty({ type: [ImportedAccountView] })
  accounts!: readonly ImportedAccountView[];
}

export function reportView(report: ImportReport): ImportReportView {
  return {
    isWritten: report.isWritten,
    rows: report.rowCount,
    organisations: report.organisations.length,
    users: report.users.length,
    problems: report.problems.map((problem) => ({ ...problem, sheet: SHEETS[problem.sheet].name })),
    accounts: report.accounts.map((account) => ({ ...account, expiresAt: account.expiresAt.toISOString() })),
  };
}
