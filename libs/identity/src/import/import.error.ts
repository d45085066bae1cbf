import { UserError } from '#libs/platform';

/** Why a file is not read at all. */
const REASONS = {
  'not-xlsx': {
    zh: '文件不是 .xlsx 工作簿，请用模板另存为“Excel 工作簿（*.xlsx）”后上传',
    en: 'the file is no .xlsx workbook; save it from the template as “Excel Workbook (*.xlsx)”',
  },
  'too-large': {
    zh: '文件过大或解压后过大，请删除图片和空白行列，或分批导入',
    en: 'the file, or what it unpacks to, is too large; remove pictures and empty rows, or import in parts',
  },
  'too-many-rows': {
    zh: '每个工作表最多5000行、30列，请分批导入',
    en: 'a sheet takes at most 5000 rows and 30 columns; import in parts',
  },
  'no-sheet': {
    zh: '没有找到工作表“单位”或“用户”，请使用模板',
    en: 'there is neither a sheet “单位” nor “用户”; use the template',
  },
} as const;
export type UnreadableReason = keyof typeof REASONS;

/** Thrown when a file cannot be read as the template; the caller saves it as the reason says. */
export class UnreadableWorkbookError extends UserError {
  constructor(reason: UnreadableReason, cause?: unknown) {
    const { zh, en } = REASONS[reason];
    super({
      code: 'identity.unreadable-workbook',
      zh: `无法读取导入文件：${zh}。`,
      en: `The file cannot be read: ${en}.`,
      details: { reason },
      fields: [{ field: '/file', rule: reason, zh, en }],
      cause,
    });
  }
}
