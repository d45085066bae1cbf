import { Injectable } from '@nestjs/common';
import writeXlsxFile from 'write-excel-file/node';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { columnsOf, SHEETS, type SheetKey } from './import.columns.js';

const WIDTH = 26;
const BOLD = { fontWeight: 'bold', backgroundColor: '#e6f0ff' } as const;

/** The workbook that people fill in: titles, all cells as text, and a sheet of the words that are allowed. */
@Injectable()
export class TemplateMaker {
  constructor(private readonly catalogue: RoleCatalogue) {}

  make(): Promise<Buffer> {
    return writeXlsxFile([this.sheet('organisations'), this.sheet('users'), this.notes()]).toBuffer();
  }

  private sheet(key: SheetKey) {
    const columns = columnsOf(key);
    const titles = columns.map(({ title }) => ({ value: title, type: String, ...BOLD }));
    return {
      sheet: SHEETS[key].name,
      data: [titles],
      columns: columns.map(() => ({ width: WIDTH })),
      stickyRowsCount: 1,
    };
  }

  private notes() {
    const head = ['工作表', '列', '必填', '示例'].map((value) => ({ value, type: String, ...BOLD }));
    const rows = (['organisations', 'users'] as const).flatMap((key) =>
      columnsOf(key).map(({ title, required, example }) => [SHEETS[key].name, title, required ? '是' : '否', example]),
    );
    const kinds = [...this.catalogue.kindNames].map((kind) => [
      this.catalogue.titleOfKind(kind).zh,
      this.catalogue
        .rolesOf(kind)
        .map((role) => this.catalogue.titleOf(role).zh)
        .join('、'),
    ]);
    const second = ['单位类型', '该类单位的岗位（可填多个，用顿号分隔）'].map((value) => ({
      value,
      type: String,
      ...BOLD,
    }));
    return {
      sheet: '说明',
      data: [head, ...rows.map((row) => row.map(text)), [], second, ...kinds.map((row) => row.map(text))],
      columns: [{ width: WIDTH }, { width: 60 }, { width: 8 }, { width: WIDTH }],
    };
  }
}

/** Text whatever it looks like: nothing in the template is a formula. */
function text(value: string) {
  return { value, type: String, format: '@' };
}
