import { describe, expect, it } from '@jest/globals';
import { startOptions } from './start-options.mjs';

describe('startOptions', () => {
  it('takes given servers from the environment', () => {
    const { given, fresh, port } = startOptions([], { DATABASE_URL: 'mysql://h/d', REDIS_URL: '' });
    expect({ given, fresh, port }).toEqual({
      given: { databaseUrl: 'mysql://h/d', migrationUrl: undefined, redisUrl: undefined },
      fresh: false,
      port: undefined,
    });
  });

  it.each([{ DATABASE_URL: 'mysql://h/d' }, { REDIS_URL: 'redis://h' }])('refuses --fresh with %j', (environment) => {
    expect(() => startOptions(['--fresh'], environment)).toThrow(/forgets embedded data only/);
  });

  it('keeps a training on data of its own', () => {
    expect(startOptions(['--training'], {})).toMatchObject({ training: true, fresh: false });
    expect(startOptions([], {}).training).toBe(false);
    expect(() => startOptions(['--training'], { DATABASE_URL: 'mysql://h/d' })).toThrow(/keeps its own data/);
  });

  it.each(['0', '70000', 'x', '80.5'])('refuses --port %s', (port) => {
    expect(() => startOptions(['--port', port], {})).toThrow(/1 to 65535/);
  });

  it('refuses what it does not know', () => {
    expect(() => startOptions(['--frehs'], {})).toThrow(/frehs/);
  });
});
