import { describe, expect, it } from '@jest/globals';
import { englishDigest } from './digest.en.js';
import type { DigestItem } from './digest.js';
import { chineseDigest } from './digest.zh.js';

const ITEM: DigestItem = {
  kind: 'reminder',
  level: null,
  rootId: 11,
  taskId: 12,
  caseTitle: '易地搬迁社区融入',
  taskTitle: '提交月度报告',
  responsible: '昭觉县民政局',
  law: 'sme-payment#9',
  citation: '《保障中小企业款项支付条例》第9条',
  dueAt: new Date('2027-03-09T16:00:00.000Z'),
  isProvisional: true,
  at: new Date('2027-03-08T01:00:00.000Z'),
};
const LATE: DigestItem = { ...ITEM, taskTitle: '确认服务清单', dueAt: new Date('2027-03-04T16:00:00.000Z') };
const COPY: DigestItem = { ...ITEM, kind: 'copied', taskTitle: '', dueAt: null, citation: null };
const context = { at: new Date('2027-03-08T01:10:00.000Z'), link: 'http://x/' };

describe('the digest', () => {
  it('names each matter with its date, its law and what is provisional, and one link', () => {
    const { title, body } = chineseDigest.letter([LATE, ITEM, COPY], context);
    expect(title).toBe('每日工作提醒：3项事项（其中1项已逾期）');
    expect(body).toBe(
      [
        '您好！截至2027年3月8日，您有下列事项需要办理或者知悉：',
        '',
        '1. 【期限提醒】确认服务清单',
        '   项目名称：易地搬迁社区融入',
        '   办理期限：2027年3月4日24时（暂定），已逾期4天',
        '   期限依据：《保障中小企业款项支付条例》第9条',
        '2. 【期限提醒】提交月度报告',
        '   项目名称：易地搬迁社区融入',
        '   办理期限：2027年3月9日24时（暂定），剩余1天',
        '   期限依据：《保障中小企业款项支付条例》第9条',
        '3. 【抄送】易地搬迁社区融入',
        '',
        '办理地址：http://x/',
        '',
        '本通知由三社政府购买服务管理平台自动发送，请勿直接回复。',
      ].join('\n'),
    );
  });

  it('says the same in English', () => {
    const { title, body } = englishDigest.letter([LATE, ITEM], context);
    expect(title).toBe('Daily reminder: 2 matters (1 overdue)');
    expect(body).toContain('2. [Reminder] 提交月度报告\n   Project: 易地搬迁社区融入');
    expect(body).toContain('   Due: 2027-03-09 24:00 (provisional), 1 day left');
    expect(body).toMatch(/Link: http:\/\/x\/$/);
  });

  it('is a sentence on a telephone', () => {
    expect(chineseDigest.brief([ITEM], context)).toBe(
      '您有1项事项：期限提醒“提交月度报告”，期限2027年3月9日24时（暂定），剩余1天（《保障中小企业款项支付条例》第9条）。详见 http://x/',
    );
    const long = { ...LATE, taskTitle: '长'.repeat(200) };
    const sentence = englishDigest.brief([long, long, long, ITEM], context);
    expect(sentence).toContain(`Reminder “${'长'.repeat(29)}…”, due 2027-03-04 24:00 (provisional), 4 days overdue`);
    expect(sentence).toMatch(/; 1 more\. See http:\/\/x\/$/);
  });

  it('ends a list that is too long, and says how much is left', () => {
    const { body } = chineseDigest.letter(
      Array.from({ length: 60 }, () => COPY),
      context,
    );
    expect(body).toContain('50. 【抄送】');
    expect(body).not.toContain('51. ');
    expect(body).toContain('另有10项，请登录系统查看。');
  });
});
