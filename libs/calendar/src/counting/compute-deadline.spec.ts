import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addPlainDays, type PlainDate, plainDateOf } from '../days/plain-date.js';
import { endOfDay } from '../days/instant.js';
import { chinaCalendar } from '../holidays/china-calendar.js';
import { computeDeadline } from './compute-deadline.js';
import type { Deadline } from './deadline.js';

const calendar = chinaCalendar();
const due = (from: string, period: string): PlainDate => computeDeadline({ from, period, calendar }).dueDate;
const zh = (deadline: Deadline): string[] => deadline.lines.map((line) => line.zh);

describe('computeDeadline', () => {
  it.each([
    ['2026-02-12', 'P7WD', '2026-02-28'],
    ['2026-09-28', 'P7WD', '2026-10-13'],
    ['2026-04-30', 'P5WD', '2026-05-11'],
    ['2025-12-31', 'P2WD', '2026-01-05'],
    ['2026-09-01', 'P30D', '2026-10-08'],
  ])('counts from %s for %s to %s', (from, period, expected) => {
    expect(due(from, period)).toBe(expected);
    expect(due(`${from}T01:00:00.000Z`, period)).toBe(expected);
    expect(due(`${from}T15:59:59.999Z`, period)).toBe(expected);
  });

  it.each([
    ['2026-01-30', 'P1M', '2026-02-28'],
    ['2026-01-15', 'P1Y', '2027-01-15'],
    ['2026-03-02', 'P2W', '2026-03-16'],
    ['2026-03-02', 'P0D', '2026-03-02'],
    ['2026-03-01', 'P0WD', '2026-03-02'],
  ])('counts from %s for %s to %s', (from, period, expected) => {
    expect(due(from, period)).toBe(expected);
  });

  it('ends at 24:00 local, which is 16:00 UTC of the same date', () => {
    const deadline = computeDeadline({ from: '2026-02-12T02:00:00.000Z', period: 'P7WD', calendar });
    expect(deadline.dueAt).toBe('2026-02-28T16:00:00.000Z');
  });

  it('ends at office closing where the counter decides', () => {
    const deadline = computeDeadline({ from: '2026-03-02', period: 'P1WD', calendar, cutOff: 'office' });
    expect(deadline.dueAt).toBe('2026-03-03T09:30:00.000Z');
  });

  it('does not gain a day when a period starts where another ran out', () => {
    const notice = computeDeadline({ from: '2026-03-02T02:00:00.000Z', period: 'P3WD', calendar });
    expect(notice.dueDate).toBe('2026-03-05');
    expect(due(notice.dueAt, 'P10D')).toBe('2026-03-16');
    expect(due('2026-03-05', 'P11D')).toBe('2026-03-16');
  });

  it('takes PT as elapsed time, whatever the day', () => {
    const deadline = computeDeadline({ from: '2026-02-17T15:45:00.000Z', period: 'PT30M', calendar });
    expect(deadline.dueAt).toBe('2026-02-17T16:15:00.000Z');
    expect(deadline.dueDate).toBe('2026-02-18');
    expect(deadline.provisional).toBe(false);
  });

  it('counts back to the earlier side, so that at least so much time is left', () => {
    const lead = computeDeadline({ from: '2026-10-12', period: 'P5D', calendar, direction: 'backward' });
    expect(lead.dueDate).toBe('2026-09-30');
    expect(computeDeadline({ from: '2026-10-12', period: '-P5D', calendar }).dueDate).toBe('2026-09-30');
    expect(computeDeadline({ from: '2026-10-12', period: '-P5WD', calendar }).dueDate).toBe('2026-09-29');
  });

  it('can protect the other side', () => {
    const input = { from: '2026-09-01', period: 'P30D', calendar } as const;
    expect(computeDeadline({ ...input, protect: 'earlier' }).dueDate).toBe('2026-09-30');
  });

  it('tells the computation line by line', () => {
    expect(zh(computeDeadline({ from: '2026-02-12', period: 'P7WD', calendar }))).toEqual([
      '自2026年2月12日（星期四）起算，当日不计入（民法典第二百零一条）。',
      '2月13日（星期五）至2月14日（星期六）：第1至2个工作日（2月14日（星期六）调休上班）。',
      '2月15日（星期日）至2月23日（星期一）：休息日，不计入（春节）。',
      '2月24日（星期二）至2月28日（星期六）：第3至7个工作日（2月28日（星期六）调休上班）。',
      '于2026年2月28日（星期六）24:00届满。',
    ]);
    expect(zh(computeDeadline({ from: '2026-09-01', period: 'P30D', calendar }))).toContain(
      '末日为休息日（国庆节），顺延至其后第一个工作日2026年10月8日（星期四）（民法典第二百零三条）。',
    );
  });

  it('tells long counts by month', () => {
    const { lines } = computeDeadline({ from: '2026-03-02', period: 'P60WD', calendar });
    expect(lines.length).toBeLessThan(8);
    expect(lines[1]?.en).toBe('2026-03: 21 working days (1–21), 8 days off not counted.');
  });

  it('marks what lies beyond the last holiday notice as provisional', () => {
    expect(computeDeadline({ from: '2026-12-20', period: 'P7WD', calendar }).provisional).toBe(false);
    const beyond = computeDeadline({ from: '2026-12-28', period: 'P5WD', calendar });
    expect(beyond).toMatchObject({ provisional: true, dueDate: '2027-01-05', calendarVersion: 'chinese-days@1.5.7' });
    expect(beyond.lines.at(-1)?.zh).toContain('暂定');
  });

  it('refuses a period that is none, as a defect of the caller', () => {
    expect(() => due('2026-01-01', 'tomorrow')).toThrow('is not a period');
    expect(() => due('2026-02-30', 'P1D')).toThrow('Not an instant');
  });
});

const days = fc.integer({ min: 12418, max: 20818 }).map(plainDateOf);
const naturalPeriods = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map((amount) => `P${amount}D`),
  fc.integer({ min: 0, max: 50 }).map((amount) => `P${amount}W`),
  fc.integer({ min: 0, max: 40 }).map((amount) => `P${amount}M`),
);
const periods = fc.oneof(
  naturalPeriods,
  fc.integer({ min: 0, max: 250 }).map((amount) => `P${amount}WD`),
);

describe('computeDeadline, for all days', () => {
  it('never ends on a day off, either way', () => {
    fc.assert(
      fc.property(days, periods, fc.constantFrom('forward' as const, 'backward' as const), (from, period, direction) =>
        calendar.isWorkday(computeDeadline({ from, period, calendar, direction }).dueDate),
      ),
    );
  });

  it('is monotone in the event and in the length', () => {
    fc.assert(
      fc.property(days, fc.nat(30), fc.nat(200), fc.constantFrom('D', 'WD', 'W', 'M'), (from, later, amount, unit) => {
        const short = due(from, `P${amount}${unit}`);
        return (
          short <= due(addPlainDays(from, later), `P${amount}${unit}`) && short <= due(from, `P${amount + 1}${unit}`)
        );
      }),
    );
  });

  it('puts exactly n working days into n working days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 120 }), (from, amount) => {
        const dueDate = due(from, `P${amount}WD`);
        let counted = 0;
        for (let day = addPlainDays(from, 1); day <= dueDate; day = addPlainDays(day, 1)) {
          if (calendar.isWorkday(day)) counted += 1;
        }
        expect(counted).toBe(amount);
      }),
    );
  });

  it('counts working days back to the workday it came from', () => {
    const workdays = days.filter((day) => calendar.isWorkday(day));
    fc.assert(
      fc.property(workdays, fc.integer({ min: 1, max: 120 }), (from, amount) => {
        const back = computeDeadline({ from, period: `-P${amount}WD`, calendar }).dueDate;
        return due(back, `P${amount}WD`) === from;
      }),
    );
  });

  it('leaves at least the natural days it promises', () => {
    fc.assert(
      fc.property(days, fc.nat(300), (from, amount) => {
        const lead = computeDeadline({ from, period: `P${amount}D`, calendar, direction: 'backward' });
        return lead.dueDate <= addPlainDays(from, -amount) && lead.dueAt === endOfDay(lead.dueDate);
      }),
    );
  });
});
