import { afterEach, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { ToyHouse } from './testing/toy-house.js';

let house: ToyHouse | undefined;

const runFolders = (): string[] =>
  ['/dev/shm', '/tmp']
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).filter((name) => name.startsWith('sanshe-run-')));

afterEach(() => house?.remove());

describe('npm run walkthrough', () => {
  it('plays the program against a stack of its own, hands its exit code on and leaves nothing', async () => {
    const before = runFolders();
    house = new ToyHouse();
    const running = house.start(['--fast'], {}, 'walkthrough');
    expect(await running.exitCode).toBe(7);
    expect(running.output()).toContain('played settable 200');
    expect(house.processes()).toEqual([]);
    expect(runFolders().filter((name) => !before.includes(name))).toEqual([]);
  }, 60_000);

  it('stops everything when it is interrupted', async () => {
    house = new ToyHouse();
    const running = house.start([], {}, 'walkthrough');
    await running.says('✓ database and Redis');
    running.child.kill('SIGINT');
    expect(await running.exitCode).toBe(130);
    expect(house.processes()).toEqual([]);
  }, 60_000);
});
