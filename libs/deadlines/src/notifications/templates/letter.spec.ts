import { describe, expect, it } from '@jest/globals';
import type { NotificationFacts } from '../notification.facts.js';
import { dueText } from './due.words.js';
import { englishLetter } from './letter.en.js';
import { chineseLetter } from './letter.zh.js';

const FACTS: NotificationFacts = {
  kind: 'reminder',
  level: null,
  rootId: 11,
  taskId: 12,
  caseTitle: '易地搬迁社区融入',
  taskTitle: '提交月度报告',
  responsible: '昭觉县阿依晨光社会工作服务中心',
  law: 'service-purchase',
  dueAt: new Date('2026-03-05T16:00:00.000Z'),
  isProvisional: false,
  at: new Date('2026-03-04T01:00:00.000Z'),
};
const CONTEXT = { law: '《政府购买服务管理办法》第十九条', link: 'http://sanshe.example/tasks/12' };

describe('dueText', () => {
  it.each([
    ['2026-03-05T16:00:00.000Z', '2026年3月5日24时', '2026-03-05 24:00'],
    ['2026-03-05T09:30:00.000Z', '2026年3月5日17时30分', '2026-03-05 17:30'],
    ['2026-12-31T16:00:00.000Z', '2026年12月31日24时', '2026-12-31 24:00'],
  ])('%s is %s', (instant, zh, en) => {
    expect(dueText(new Date(instant), 'zh')).toBe(zh);
    expect(dueText(new Date(instant), 'en')).toBe(en);
  });
});

describe('chineseLetter', () => {
  it('names matter, due time, law and one link', () => {
    const { title, body } = chineseLetter(FACTS, CONTEXT);
    expect(title).toBe('期限提醒：提交月度报告将于2026年3月5日到期');
    expect(body).toContain(
      '项目名称：易地搬迁社区融入\n工作事项：提交月度报告\n承办单位：昭觉县阿依晨光社会工作服务中心',
    );
    expect(body).toContain('办理期限：2026年3月5日24时，剩余1天\n期限依据：《政府购买服务管理办法》第十九条');
    expect(body.match(/http/g)).toHaveLength(1);
  });

  it('says that it is due today until the day is over', () => {
    const { title } = chineseLetter({ ...FACTS, at: new Date('2026-03-05T15:59:59.000Z') }, CONTEXT);
    expect(title).toBe('期限提醒：提交月度报告今日到期');
  });

  it('counts the days by which it is late', () => {
    const facts = { ...FACTS, kind: 'escalation', level: 'city', at: new Date('2026-03-10T01:00:00.000Z') } as const;
    const { title, body } = chineseLetter(facts, CONTEXT);
    expect(title).toBe('逾期督办：提交月度报告已逾期5天');
    expect(body).toContain('按逐级上报规则');
  });

  it('marks a provisional date', () => {
    const { body } = chineseLetter({ ...FACTS, isProvisional: true }, CONTEXT);
    expect(body).toContain('2026年3月5日24时（暂定），剩余1天');
  });

  it.each([
    ['urged', '催办：提交月度报告（易地搬迁社区融入）', '承办单位：'],
    ['message', '沟通消息：易地搬迁社区融入', '发送人：'],
    ['copied', '抄送：易地搬迁社区融入', '发送人：'],
  ] as const)('%s is titled %s', (kind, title, from) => {
    const letter = chineseLetter({ ...FACTS, kind, dueAt: null }, CONTEXT);
    expect(letter.title).toBe(title);
    expect(letter.body).toContain(from);
    const english = englishLetter({ ...FACTS, kind, taskTitle: '', dueAt: null }, CONTEXT);
    expect(english.title).toMatch(/易地搬迁社区融入$/);
    expect(english.body).not.toContain('Task:');
  });

  it('does without due time and law', () => {
    const { title, body } = chineseLetter({ ...FACTS, kind: 'opened', dueAt: null }, { ...CONTEXT, law: null });
    expect(title).toBe('新待办：提交月度报告（易地搬迁社区融入）');
    expect(body).not.toMatch(/期限/);
  });
});

describe('englishLetter', () => {
  it('says the same', () => {
    const { title, body } = englishLetter(
      { ...FACTS, kind: 'escalation', at: new Date('2026-03-10T01:00:00.000Z') },
      CONTEXT,
    );
    expect(title).toBe('Overdue: 提交月度报告 (5 days overdue)');
    expect(body).toContain('Due: 2026-03-05 24:00, 5 days overdue');
  });
});
