import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { type Running, ToyHouse } from './testing/toy-house.js';

const houses: ToyHouse[] = [];

function aHouse(): ToyHouse {
  const house = new ToyHouse();
  houses.push(house);
  return house;
}

const addressOf = (running: Running): string => /ready: (\S+)/.exec(running.output())?.[1] ?? '';

afterEach(async () => {
  await Promise.all(houses.splice(0).map((house) => house.remove()));
});

describe('npm start', () => {
  it('brings everything up, prints address and accounts, and stops everything on SIGTERM', async () => {
    const house = aHouse();
    const running = house.start();
    await running.says('ready: ');
    expect(running.output()).toContain('zhaojue-officer');
    expect((await fetch(`${addressOf(running)}/api/health`)).ok).toBe(true);
    expect(house.commands()).toEqual(['db migrate', 'db seed', 'demo accounts --json']);
    running.child.kill('SIGTERM');
    expect(await running.exitCode).toBe(0);
    expect(house.processes()).toEqual([]);
  }, 60_000);

  it('refuses a second start in the same folder and says where the first one is', async () => {
    const house = aHouse();
    const first = house.start();
    await first.says('ready: ');
    const second = house.start();
    expect(await second.exitCode).toBe(1);
    expect(second.output()).toContain(`Already running in this folder (process ${first.child.pid}) at http://`);
    expect(first.child.exitCode).toBeNull();
  }, 60_000);

  it('cleans up after a SIGKILL of the launcher, keeps the data, and forgets it with --fresh', async () => {
    const house = aHouse();
    const killed = house.start();
    await killed.says('ready: ');
    killed.child.kill('SIGKILL');
    await killed.exitCode;
    const left = house.processes();
    expect(left.length).toBeGreaterThanOrEqual(4);
    const second = house.start();
    await second.says('ready: ');
    expect(second.output()).toMatch(/stopped what an earlier start left running: .*mariadb/);
    expect(house.processes().filter((pid) => left.includes(pid))).toEqual([]);
    expect(house.commands()).toHaveLength(6);
    second.child.kill('SIGINT');
    expect(await second.exitCode).toBe(0);
    const fresh = house.start(['--fresh']);
    await fresh.says('ready: ');
    expect(house.commands()).toHaveLength(3);
  }, 90_000);

  it('stops everything when a child ends by itself', async () => {
    const house = aHouse();
    const running = house.start();
    await running.says('ready: ');
    await fetch(`${addressOf(running)}/crash`).catch(() => undefined);
    expect(await running.exitCode).toBe(1);
    expect(running.output()).toContain('api ended (code 3)');
    expect(house.processes()).toEqual([]);
  }, 60_000);

  it('runs in two folders side by side, and takes the port it is told', async () => {
    const [first, second] = [aHouse().start(), aHouse().start()];
    await Promise.all([first.says('ready: '), second.says('ready: ')]);
    expect(addressOf(first)).not.toBe(addressOf(second));
  }, 60_000);

  it('says that a wanted port is taken, and refuses --fresh with a given database', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const house = aHouse();
    const taken = house.start(['--port', String(port)]);
    expect(await taken.exitCode).toBe(1);
    expect(taken.output()).toContain(`Port ${port} is in use`);
    const given = house.start(['--fresh'], { DATABASE_URL: 'mysql://user@127.0.0.1:1/other' });
    expect(await given.exitCode).toBe(1);
    expect(given.output()).toContain('--fresh forgets embedded data only');
    other.close();
  }, 60_000);
});
