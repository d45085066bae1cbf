/** Sheets of the template, and their columns by title. */
export const SHEETS = {
  organisations: {
    name: '单位',
    columns: {
      creditCode: { title: '统一社会信用代码', required: true, example: '52510000MJX9D1095D' },
      name: { title: '单位名称', required: true, example: '示例社会工作服务中心' },
      kind: { title: '单位类型', required: true, example: '社会组织' },
      divisionCode: { title: '行政区划代码', required: true, example: '513431' },
    },
  },
  users: {
    name: '用户',
    columns: {
      login: { title: '用户名', required: true, example: 'shili.zhang' },
      name: { title: '姓名', required: true, example: '张三' },
      creditCode: { title: '单位统一社会信用代码', required: true, example: '52510000MJX9D1095D' },
      roles: { title: '岗位', required: false, example: '负责人、投标(响应)经办' },
      email: { title: '电子邮箱', required: false, example: '' },
      phone: { title: '电话', required: false, example: '' },
      idNumber: { title: '身份证号', required: false, example: '' },
    },
  },
} as const;
export type SheetKey = keyof typeof SHEETS;

interface Column {
  readonly title: string;
  readonly required: boolean;
  readonly example: string;
}

export function columnsOf(sheet: SheetKey): readonly (Column & { readonly key: string })[] {
  return Object.entries<Column>(SHEETS[sheet].columns).map(([key, column]) => ({ key, ...column }));
}
