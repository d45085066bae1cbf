import { Alert, Button, Space, Table, Upload } from 'antd';
import { useState } from 'react';
import { type ImportProblemView, type ImportReportView, importsRun } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { useLanguage } from '../../locales/language.js';
import { useTexts } from '../../locales/use-texts.js';
import { saveAs } from '../../shared/attachments/save-as.js';
import { downloadFile } from './api/download-file.js';
import { useChange } from './use-change.js';

type Mode = 'check' | 'all' | 'valid';

/** 批量导入: check, read the report, import. */
export function ImportPanel() {
  const texts = useTexts().administration.import;
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<ImportReportView | null>(null);
  const run = useChange(
    (mode: Mode) => answer(importsRun({ mode, body: file === null ? {} : { file } })),
    (answered: ImportReportView) => setReport(answered),
  );
  const template = useChange(() => downloadFile('/api/v1/imports/template', '单位和用户导入模板.xlsx'));
  const choose = (chosen: File): boolean => {
    setFile(chosen);
    setReport(null);
    return false;
  };
  const isGood = report !== null && !report.isWritten && report.organisations + report.users > 0;
  return (
    <div className="panel stack">
      <p className="muted">{texts.hint}</p>
      <Space wrap>
        <Button onClick={() => template.mutate(undefined)}>{texts.template}</Button>
        <Upload accept=".xlsx" maxCount={1} beforeUpload={choose} onRemove={() => setFile(null)}>
          <Button>{texts.choose}</Button>
        </Upload>
        <Button type="primary" disabled={file === null} loading={run.isPending} onClick={() => run.mutate('check')}>
          {texts.check}
        </Button>
        <Button disabled={!isGood || report.problems.length > 0} onClick={() => run.mutate('all')}>
          {texts.all}
        </Button>
        <Button disabled={!isGood || report.problems.length === 0} onClick={() => run.mutate('valid')}>
          {texts.valid}
        </Button>
      </Space>
      {report === null ? null : <Report report={report} />}
    </div>
  );
}

function Report({ report }: { readonly report: ImportReportView }) {
  const texts = useTexts().administration.import;
  const language = useLanguage();
  const { rows, organisations, users, problems, accounts, isWritten } = report;
  const title = isWritten
    ? texts.written(organisations, users)
    : texts.summary(rows, organisations, users, problems.length);
  return (
    <>
      <Alert
        type={isWritten ? 'success' : problems.length > 0 ? 'warning' : 'info'}
        showIcon
        role="status"
        title={title}
      />
      {accounts.length === 0 ? null : (
        <Button type="primary" onClick={() => saveAs(codesFile(accounts), '一次性重置码.csv')}>
          {texts.codes}
        </Button>
      )}
      {problems.length === 0 ? null : (
        <Table<ImportProblemView>
          size="small"
          rowKey={({ sheet, row, column, rule }) => `${sheet}/${row}/${column}/${rule}`}
          dataSource={[...problems]}
          columns={[
            { title: texts.sheet, dataIndex: 'sheet' },
            { title: texts.row, dataIndex: 'row' },
            { title: texts.column, dataIndex: 'column' },
            { title: texts.problem, dataIndex: language },
          ]}
        />
      )}
    </>
  );
}

/** A table for a spreadsheet: the mark at its beginning says UTF-8, and no cell can become a formula. */
function codesFile(accounts: ImportReportView['accounts']): Blob {
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const lines = accounts.map(({ login, name, code, expiresAt }) => [login, name, code, expiresAt].map(cell).join(','));
  return new Blob(['\ufeff', lines.join('\r\n')], { type: 'text/csv;charset=utf-8' });
}
