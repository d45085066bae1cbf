import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DirectoriesConfig, Environment } from '#libs/platform';
import { TimerPlanner } from './timer.planner.js';
import { loadCalendar, RegionalCalendars } from './work-calendar.provider.js';

const configDir = mkdtempSync(join(tmpdir(), 'sanshe-config-'));
afterAll(() => rmSync(configDir, { recursive: true, force: true }));
for (const folder of ['calendars', 'regions']) mkdirSync(join(configDir, folder));
writeFileSync(join(configDir, 'calendars', 'prefecture.yaml'), 'version: prefecture\noff: { 2026-08-05: 火把节 }\n');
writeFileSync(join(configDir, 'calendars', 'nation.yaml'), 'version: nation\noff: { 2026-08-12: 补假 }\n');
writeFileSync(join(configDir, 'regions', '5134.yaml'), 'calendars: [prefecture]\n');

const calendar = loadCalendar(configDir);
const directories = new DirectoriesConfig(new Environment({ SANSHE_CONFIG_DIR: configDir }));
const planner = new TimerPlanner(calendar, new RegionalCalendars(directories));
const TUESDAY = new Date('2026-08-04T02:00:00.000Z');
const dueIn = (names: readonly string[], duration: string) =>
  planner.for({ calendars: names }).after(TUESDAY, { duration }).dueAt.toISOString();

describe('the festivals of a region', () => {
  it('count where the region names them', () => {
    expect(dueIn(['prefecture'], 'P1WD')).toBe('2026-08-06T16:00:00.000Z');
  });

  it('and nowhere else', () => {
    expect(dueIn([], 'P1WD')).toBe('2026-08-05T16:00:00.000Z');
  });

  it('while an overlay that no region names counts everywhere', () => {
    expect(dueIn([], 'P6WD')).toBe('2026-08-13T16:00:00.000Z');
    expect(dueIn(['prefecture'], 'P5WD')).toBe('2026-08-13T16:00:00.000Z');
  });
});
