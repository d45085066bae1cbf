import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DirectoriesConfig, Environment, MessagingConfig } from '#libs/platform';
import { NotificationTimes } from './notification.times.js';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sanshe-times-'));
  cpSync('config/notifications.yaml', join(home, 'notifications.yaml'));
  cpSync('config/regions', join(home, 'regions'), { recursive: true });
});

afterEach(() => rmSync(home, { recursive: true }));

function read(variables: Record<string, string> = {}): NotificationTimes {
  const environment = new Environment({ SANSHE_CONFIG_DIR: home, ...variables });
  return new NotificationTimes(new DirectoriesConfig(environment), new MessagingConfig(environment));
}

const region = (code: string, yaml: string): void => writeFileSync(join(home, 'regions', `${code}.yaml`), yaml);

describe('config/notifications.yaml', () => {
  it('is overridden by regions, the nearest wins', () => {
    region('51', 'notifications: { digestAt: "08:40", language: en }');
    region('513431', 'notifications: { digestAt: "10:00" }');
    const times = read();
    expect(times.timesOf('513431')).toMatchObject({ digestAt: '10:00', language: 'en', urgentOnDaysOff: true });
    expect(times.timesOf('512002')).toMatchObject({ digestAt: '08:40', language: 'en' });
    expect(times.timesOf('110101')).toMatchObject({ digestAt: '09:10', language: 'zh' });
    const friday = new Date('2026-03-06T04:00:00.000Z');
    expect(times.timetableOf('513431001').nextDigest(friday).toISOString()).toBe('2026-03-09T02:00:00.000Z');
  });

  it.each(['{ digestAt: "25:00" }', '{ digestAT: "09:00" }', '{ quietHours: { from: "21:00" } }', '{ delivery: {} }'])(
    'keeps the system from starting where a region sets %s',
    (set) => {
      region('511921', `notifications: ${set}`);
      expect(() => read()).toThrow(/511921\.yaml/);
    },
  );

  it('knows neither digests nor quiet hours where everything goes at once', () => {
    const times = read({ SANSHE_NOTIFICATIONS: 'at-once' });
    expect(times.deliveryOf('opened')).toBe('now');
    const night = new Date('2026-03-06T16:00:00.000Z');
    expect(times.timetableOf('513431').firstOpen(night, { isUrgent: true })).toEqual(night);
  });

  it('reaches organisations by the channels of their kind', () => {
    expect(read().channelsOf('civil-affairs')).toEqual(['mail']);
    expect(read().channelsOf('social-organisation')).toContain('sms');
  });
});
