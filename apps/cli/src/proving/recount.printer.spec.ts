import { describe, expect, it } from '@jest/globals';
import type { RecountedDeadline } from '#libs/engine';
import { recountLines } from './recount.printer.js';

const DEADLINE: RecountedDeadline = {
  rootId: 23,
  caseTitle: '昭觉县社工项目',
  timerId: 7,
  stateTitle: '公示',
  deadlineTitle: '公示期',
  kind: 'moved',
  was: new Date('2027-01-05T16:00:00.000Z'),
  due: new Date('2027-01-06T16:00:00.000Z'),
  wasProvisional: true,
  provisional: false,
  wasHeld: true,
  lines: ['1月4日：休息日，不计入（元旦）。'],
};
const lines = (deadline: Partial<RecountedDeadline>, isDry = false) =>
  recountLines([{ rootId: 23, ok: true, reason: '', deadlines: [{ ...DEADLINE, ...deadline }] }], {
    isDry,
    version: 'cn-2027',
  });

describe('the list of what a holiday notice moves', () => {
  it('names case, deadline, old and new time, and how that was counted', () => {
    expect(lines({})).toEqual([
      '案件 23 昭觉县社工项目 · 公示 · 公示期：2027-01-05 24:00（暂定） → 2027-01-06 24:00；原到期待确认，现予办理',
      '    1月4日：休息日，不计入（元旦）。',
      '已重算（日历 cn-2027）：1 个期限变动，0 个由暂定转为确定，0 个案件未能处理',
    ]);
  });

  it('says when nothing was changed, and what could not be counted', () => {
    const [first, , last] = lines({ kind: 'unknown', wasHeld: false }, true);
    expect(first).toMatch(/没有起算记录，未动$/);
    expect(last).toBe(
      '试算（日历 cn-2027）：0 个期限变动，0 个由暂定转为确定，1 个旧版期限没有起算记录，未动，0 个案件未能处理',
    );
  });

  it('names cases that could not be done', () => {
    const told = recountLines([{ rootId: 9, ok: false, reason: '案件正忙', deadlines: [] }], {
      isDry: false,
      version: 'v',
    });
    expect(told).toEqual(['✗ 案件 9：案件正忙', expect.stringContaining('1 个案件未能处理')]);
  });
});
