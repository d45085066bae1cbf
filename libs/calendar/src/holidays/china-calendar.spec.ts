import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import type { CalendarOverlay } from './calendar-overlay.js';
import { parseOverlay } from './calendar-overlay.js';
import { chinaCalendar } from './china-calendar.js';
import { OFFICIAL_DATA } from './official-days.js';
import { statutoryHolidays } from './statutory-days.js';

const calendar = chinaCalendar();
const overlay = (raw: unknown): CalendarOverlay => {
  const parsed = parseOverlay(raw);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.overlay;
};

describe('chinaCalendar', () => {
  it('names the data that is installed', () => {
    const { version } = createRequire(import.meta.url)('chinese-days/package.json') as { version: string };
    expect(OFFICIAL_DATA).toBe(`chinese-days@${version}`);
    expect(calendar.version).toBe(OFFICIAL_DATA);
  });

  it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    'works on the make-up day %s',
    (date) => {
      expect(calendar.dayAt(date).kind).toBe('makeUpWorkday');
      expect(calendar.isWorkday(date)).toBe(true);
    },
  );

  it('knows holidays, weekends and workdays by name', () => {
    expect(calendar.dayAt('2026-10-01')).toEqual({ kind: 'holiday', name: { zh: '国庆节', en: 'National Day' } });
    expect(calendar.dayAt('2026-03-07')).toEqual({ kind: 'weekend' });
    expect(calendar.dayAt('2026-03-09')).toEqual({ kind: 'workday' });
    expect(calendar.dayAt('2017-06-12')).toEqual({ kind: 'workday' });
  });

  it('does not fall into the silence of the data package beyond 2026', () => {
    expect(calendar.isWorkday('2027-02-08')).toBe(false);
    expect(calendar.isProvisional('2027-02-08')).toBe(true);
    expect(calendar.isProvisional('2026-12-31')).toBe(false);
    expect(calendar.knownUntil).toBe('2026-12-31');
  });

  // Dates of 初一, 清明, 端午 and 中秋 as almanacs print them.
  it.each([
    [2027, ['2027-02-06', '2027-04-05', '2027-06-09', '2027-09-15']],
    [2028, ['2028-01-26', '2028-04-04', '2028-05-28', '2028-10-03']],
    [2029, ['2029-02-13', '2029-04-04', '2029-06-16', '2029-09-22']],
    [2030, ['2030-02-03', '2030-04-05', '2030-06-05', '2030-09-12']],
    [2031, ['2031-01-23', '2031-04-05', '2031-06-24', '2031-10-01']],
    [2032, ['2032-02-11', '2032-04-04', '2032-06-12', '2032-09-19']],
    [2033, ['2033-01-31', '2033-04-04', '2033-06-01', '2033-09-08']],
    [2034, ['2034-02-19', '2034-04-05', '2034-06-20', '2034-09-27']],
    [2035, ['2035-02-08', '2035-04-05', '2035-06-10', '2035-09-16']],
  ] as const)('computes the lunar holidays of %i', (year, [spring, tomb, dragon, moon]) => {
    const days = statutoryHolidays(year);
    expect(days.get(spring)?.zh).toBe('春节');
    expect(days.get(tomb)?.zh).toBe('清明');
    expect(days.get(dragon)?.zh).toBe('端午');
    expect(days.has(moon)).toBe(true);
    expect(days.size).toBeGreaterThanOrEqual(12);
  });

  it('takes a later notice as an overlay and settles its year', () => {
    const later = chinaCalendar([
      overlay({
        version: 'cn-2027',
        settlesYear: 2027,
        off: { '2027-02-11': '春节' },
        worked: { '2027-02-20': '春节' },
      }),
    ]);
    expect(later.version).toBe('chinese-days@1.5.7+cn-2027');
    expect(later.knownUntil).toBe('2027-12-31');
    expect(later.isWorkday('2027-02-11')).toBe(false);
    expect(later.isWorkday('2027-02-20')).toBe(true);
    expect(later.isProvisional('2027-02-11')).toBe(false);
    expect(later.isProvisional('2028-01-01')).toBe(true);
  });

  it("takes a prefecture's own festival without settling anything", () => {
    const local = chinaCalendar([overlay({ version: 'local-festival', off: { '2026-11-20': '地方节日' } })]);
    expect(local.dayAt('2026-11-20')).toEqual({ kind: 'holiday', name: { zh: '地方节日', en: '地方节日' } });
    expect(local.knownUntil).toBe('2026-12-31');
  });

  it('answers for days before its data as provisional, and refuses days that do not exist', () => {
    expect(calendar.isProvisional('1999-05-03')).toBe(true);
    expect(calendar.isWorkday('1999-05-03')).toBe(true);
    expect(() => calendar.isWorkday('2026-02-30')).toThrow('Not a calendar day');
  });
});

describe('parseOverlay', () => {
  it('lists everything that is wrong', () => {
    const parsed = parseOverlay({
      version: 'CN 2027',
      off: { '2027-02-30': '春节', '2027-02-20': '春节' },
      worked: { '2027-02-20': '春节' },
      officeClosesAt: 1730,
      settlesYear: 'next',
      note: 'x',
    });
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.problems).toHaveLength(6);
    expect(parseOverlay([])).toMatchObject({ ok: false });
  });
});
