import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { useDatabase } from '#support/database';
import { useRedis } from '#support/redis';
import writeXlsxFile from 'write-excel-file/node';
import { identitySchema } from '../identity.schema.js';
import { completeCreditCode } from '../organisations/credit-code.js';
import { type Answer, IdentityApp } from '../testing/identity.app.js';
import { anOrganisation, aUser } from '../testing.js';
import { columnsOf, SHEETS, type SheetKey } from './import.columns.js';

const database = await useDatabase([identitySchema]);
const redis = await useRedis();
const CREDIT_CODE = '52510000MJX9D1095D';
const ORGANISATION = [CREDIT_CODE, '示例社工中心', '社会组织', '513431'];
const USER = [
  'shili.zhang',
  '张三',
  CREDIT_CODE,
  '负责人、社会工作者',
  'z@test.example',
  '13800138000',
  '11010519491231002X',
];
let identity: IdentityApp;
let token: string;

type Cell = string | number | boolean | object | null;

beforeAll(async () => {
  identity = await IdentityApp.start({ database, redis });
});

afterAll(() => identity.close());

beforeEach(async () => {
  await database.dataSource.query(
    "INSERT INTO identity_division (code, name, level, parent_code) VALUES ('513431', '昭觉县', 'county', '5134')",
  );
  const operator = await anOrganisation().ofKind('operator').in('51').insert(database.dataSource);
  await aUser().of(operator).withLogin('admin').withRoles('administrator').insert(database.dataSource);
  await identity.reload();
  token = (await identity.login('admin')).body.accessToken;
});

function sheetOf(key: SheetKey, rows: readonly (readonly Cell[])[]) {
  return { sheet: SHEETS[key].name, data: [columnsOf(key).map(({ title }) => title), ...rows] };
}

async function workbook(organisations: readonly (readonly Cell[])[], users: readonly (readonly Cell[])[]) {
  const sheets = [sheetOf('organisations', organisations), sheetOf('users', users)];
  // The library's types know only the cells that it writes itself.
  return writeXlsxFile(sheets as Parameters<typeof writeXlsxFile>[0]).toBuffer();
}

function send(content: Buffer, mode = 'check'): Promise<Answer> {
  return identity.call('POST', `/imports?mode=${mode}`, { token, file: { name: 'a.xlsx', content } });
}

interface Problem {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly rule: string;
}

const problemsOf = (answer: Answer): string[] =>
  (answer.body['problems'] as Problem[]).map(({ sheet, row, column, rule }) => `${sheet}${row} ${column} ${rule}`);

const count = async (table: string): Promise<number> => {
  const rows: { n: number }[] = await database.dataSource.query(`SELECT COUNT(*) AS n FROM ${table}`);
  return Number(rows[0]?.n);
};

describe('the template', () => {
  it('has the titles that the import reads, and nothing to trip over', async () => {
    const response = await fetch(new URL('/imports/template', await identity.app.getUrl()), {
      headers: { authorization: `Bearer ${token}` },
    });
    const content = Buffer.from(await response.arrayBuffer());
    const sheets = await readXlsxFile(content);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['单位', '用户', '说明']);
    expect(sheets[1]?.data[0]).toEqual(columnsOf('users').map(({ title }) => title));
    expect((await send(content)).body).toMatchObject({ isWritten: false, rows: 0, problems: [] });
  });
});

describe('an import', () => {
  it('writes nothing when it only checks', async () => {
    const before = await count('identity_user');
    const answer = await send(await workbook([ORGANISATION], [USER]));
    expect(answer.body).toMatchObject({ isWritten: false, rows: 2, organisations: 1, users: 1, problems: [] });
    expect(await count('identity_user')).toBe(before);
  });

  it('opens organisations and accounts whose roles wait, with codes that work', async () => {
    const answer = await send(await workbook([ORGANISATION], [USER]), 'all');
    const [account] = answer.body['accounts'] as { login: string; code: string }[];
    expect(answer.body['isWritten']).toBe(true);
    const user = identity.directory.byLogin('shili.zhang');
    expect(user?.roles).toEqual([]);
    expect(await count('identity_role_request')).toBe(2);
    const body = { login: 'shili.zhang', code: account?.code, newPassword: 'Mountain-Rain-48' };
    expect((await identity.call('POST', '/password-resets', { body })).status).toBeLessThan(300);
    const rows: unknown = await database.dataSource.query('SELECT * FROM identity_user');
    expect(JSON.stringify(rows)).not.toMatch(/13800138000|11010519491231002X/);
    const log: { operation: string }[] = await database.dataSource.query(
      'SELECT operation FROM identity_operation_log ORDER BY seq',
    );
    expect(log.map(({ operation }) => operation)).toEqual(['imported', 'organisation-created', 'user-created']);
  });

  it('tells row by row and column by column what is wrong', async () => {
    const organisations = [
      ['52510000MJX9D1095A', '', '马戏团', '999999'],
      ORGANISATION,
      ORGANISATION,
      [null, null, null, null],
    ];
    const users = [
      ['Ümlaut', '张三', CREDIT_CODE, '国库股经办', 'nowhere', '123', '110105194912310021'],
      ['admin', '李四', '91510000MJX9D2469K', '', '', '', ''],
      [USER[0] ?? '', '王五', CREDIT_CODE, '', '', 13800138000, 1.1010519491231e17],
      [USER[0] ?? '', '赵六', CREDIT_CODE, '', '', true, ''],
      ['', '', '', '', '', '13800138000', ''],
    ];
    const answer = await send(await workbook(organisations, users), 'all');
    expect(answer.body).toMatchObject({ isWritten: false, rows: 8, organisations: 1, users: 0 });
    expect(problemsOf(answer)).toEqual([
      '单位2 单位名称 required',
      '单位2 统一社会信用代码 credit-code',
      '单位2 单位类型 kind',
      '单位2 行政区划代码 division',
      '单位4 统一社会信用代码 duplicate',
      '用户2 用户名 login',
      '用户2 电子邮箱 email',
      '用户2 电话 phone',
      '用户2 身份证号 id-number',
      '用户2 岗位 role',
      '用户3 用户名 login-taken',
      '用户3 单位统一社会信用代码 organisation',
      '用户4 身份证号 text',
      '用户5 电话 text',
      '用户5 用户名 duplicate',
      '用户6 用户名 required',
      '用户6 姓名 required',
      '用户6 单位统一社会信用代码 required',
    ]);
    expect(JSON.stringify(answer.body['problems'])).not.toMatch(/13800138000|110105194912310021/);
  });

  it('leaves out what is wrong when it is asked to', async () => {
    const content = await workbook([ORGANISATION], [USER, ['x', '', '', '', '', '', '']]);
    expect((await send(content, 'all')).body['isWritten']).toBe(false);
    expect((await send(content, 'valid')).body).toMatchObject({ isWritten: true, users: 1 });
    expect(problemsOf(await send(content, 'all'))).toContain('用户2 用户名 login-taken');
  });

  it('takes five thousand users in seconds', async () => {
    const users = Array.from({ length: 5000 }, (_, n) => [
      `bulk.${n}`,
      `人${n}`,
      CREDIT_CODE,
      '社会工作者',
      '',
      '',
      '',
    ]);
    const organisations = Array.from({ length: 500 }, (_, n) => [
      completeCreditCode(`51510000M${String(n).padStart(7, '0')}`),
      `中心${n}`,
      '社会组织',
      '513431',
    ]);
    const content = await workbook([ORGANISATION, ...organisations], users);
    const started = performance.now();
    const answer = await send(content, 'all');
    const seconds = (performance.now() - started) / 1000;
    expect(answer.body).toMatchObject({ isWritten: true, organisations: 501, users: 5000 });

    expect(seconds).toBeLessThan(40);
    expect(await count('identity_reset_code')).toBe(5000);
  }, 120_000);
});

describe('a file that is no honest workbook', () => {
  const reasonOf = (answer: Answer) => (answer.body['details'] as { reason: string }).reason;

  async function altered(change: (name: string, xml: string) => string): Promise<Buffer> {
    const parts = unzipSync(await workbook([ORGANISATION], [USER]));
    const entries = Object.entries(parts).map(([name, bytes]) => [
      name,
      strToU8(change(name, new TextDecoder().decode(bytes))),
    ]);
    return Buffer.from(zipSync(Object.fromEntries(entries)));
  }

  it('is refused when it is something else', async () => {
    expect(reasonOf(await send(Buffer.from('login,name')))).toBe('not-xlsx');
    expect(reasonOf(await send(Buffer.from(zipSync({ 'a.txt': strToU8('a') }))))).toBe('not-xlsx');
    expect((await identity.call('POST', '/imports?mode=check', { token, body: {} })).body.code).toBe(
      'platform.upload-missing',
    );
  });

  it('is refused before it is unpacked when it would burst', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(32 * 1_048_576) });
    expect(bomb.length).toBeLessThan(1_048_576);
    expect(reasonOf(await send(Buffer.from(bomb)))).toBe('too-large');
  });

  it('is refused when one far cell would make a table of billions', async () => {
    const far = await altered((_, xml) => xml.replace('r="A2"', 'r="XFD1048576"'));
    expect(reasonOf(await send(far))).toBe('too-many-rows');
    const hidden = await altered((_, xml) => xml.replace('r="A2"', 'r="&#88;FD1048576"'));
    expect(reasonOf(await send(hidden))).toBe('not-xlsx');
  });

  it('has its formulas named, not taken at their word', async () => {
    const content = await altered((name, xml) =>
      name.endsWith('sheet2.xml')
        ? xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2" t="str"><f>HYPERLINK("http://x")</f><v>张三</v></c>')
        : xml,
    );
    expect(problemsOf(await send(content))).toEqual(['用户2 姓名 formula']);
  });
});
