import { describe, expect, it } from '@jest/globals';
import nodeIcal, { type VEvent } from 'node-ical';
import { CALENDAR_WORDS, icsOf } from './ics.calendar.js';
import type { PersonalDeadline } from './personal.deadline.js';

const DEADLINE: PersonalDeadline = {
  taskId: 12,
  rootId: 11,
  taskTitle: '提交月度报告',
  caseTitle: '易地搬迁社区融入；第一、二标段, 2026年',
  dueAt: new Date('2026-03-09T16:00:00.000Z'),
  isProvisional: false,
  law: '《保障中小企业款项支付条例》第9条',
  openedAt: new Date('2026-03-02T02:00:00.000Z'),
  revision: 3,
};

const context = { words: CALENDAR_WORDS.zh, linkTo: ({ taskId }: PersonalDeadline) => `http://x/?task=${taskId}` };
const textOf = (...changes: Partial<PersonalDeadline>[]): string =>
  icsOf(
    changes.map((change) => ({ ...DEADLINE, ...change })),
    context,
  );

/** As another library reads it. */
function eventsIn(text: string): VEvent[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) => (part.type === 'VEVENT' ? [part] : []));
}

describe('icsOf', () => {
  it('shows a deadline at midnight on the day that it ends', () => {
    const [event, ...others] = eventsIn(textOf({}));
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      uid: 'task-12@sanshe',
      summary: '提交月度报告',
      datetype: 'date',
      status: 'CONFIRMED',
      sequence: '3',
      url: 'http://x/?task=12',
    });
    expect(event?.start.getDate()).toBe(9);
    expect(event?.description).toBe(
      '项目名称：易地搬迁社区融入；第一、二标段, 2026年\n期限依据：《保障中小企业款项支付条例》第9条\n办理地址：http://x/?task=12',
    );
    expect(event?.alarms?.map(({ trigger }) => trigger)).toEqual(['-PT15H', 'PT9H']);
  });

  it('shows any other one as the half hour before it, in the time of Shanghai', () => {
    const text = textOf({ dueAt: new Date('2026-03-09T09:30:00.000Z') });
    const [event] = eventsIn(text);
    expect(event?.start.toISOString()).toBe('2026-03-09T09:00:00.000Z');
    expect(event?.end.toISOString()).toBe('2026-03-09T09:30:00.000Z');
    expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20260309T170000\r\n');
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n');
  });

  it('says what is provisional', () => {
    const [event] = eventsIn(textOf({ isProvisional: true }));
    expect(event).toMatchObject({ summary: '提交月度报告（暂定）', status: 'TENTATIVE' });
  });

  it('keeps to the form that programs ask for', () => {
    const text = textOf({ caseTitle: '限'.repeat(200) }, { taskId: 13 });
    const lines = text.split('\r\n');
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text).toContain('DTSTAMP:20260302T020000Z\r\n');
    expect(new Set(eventsIn(text).map(({ uid }) => uid)).size).toBe(2);
    expect(textOf({})).toBe(textOf({}));
  });

  it('is a calendar also when nothing is due', () => {
    expect(eventsIn(textOf())).toEqual([]);
    expect(textOf()).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  });
});
