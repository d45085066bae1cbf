import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { anyFreePort } from './free-port.mjs';
import { startOwnProcess } from './own-process.mjs';
import { waitFor } from './wait.mjs';

/** @param {string} home */
export const redisFolder = (home) => join(home, 'redis');

/**
 * A private Redis on a free loopback port. BullMQ needs `noeviction`; the append-only file keeps alarms over a restart.
 * @param {{ home: string, binary: string, password: string, durable: boolean }} spec
 */
export async function startRedis({ home, binary, password, durable }) {
  const folder = redisFolder(home);
  const runFolder = join(home, 'run');
  for (const each of [folder, runFolder]) mkdirSync(each, { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt += 1) {
    const port = await anyFreePort();
    const file = join(runFolder, 'redis.conf');
    writeFileSync(file, configuration({ folder, port, password, durable }), { mode: 0o600 });
    const server = startOwnProcess({ name: 'redis', command: binary, args: [file], runFolder, cwd: folder });
    try {
      await waitFor({
        what: 'Redis',
        limitMs: 60_000,
        check: () => answers(port, password),
        giveUp: () => (server.isRunning() ? undefined : 'the server ended'),
      });
      return { server, port };
    } catch (error) {
      await server.stop();
      if (attempt === 3 || !server.logTail().includes('Address already in use')) {
        throw new Error(`Redis did not start.\n${server.logTail()}\n(${server.logFile})`, { cause: error });
      }
    }
  }
}

/** @param {{ folder: string, port: number, password: string, durable: boolean }} spec */
function configuration({ folder, port, password, durable }) {
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${folder}"`,
    'databases 64',
    'maxmemory-policy noeviction',
    'save ""',
    ...(durable ? ['appendonly yes', 'appendfsync everysec'] : ['appendonly no']),
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * @param {number} port
 * @param {string} password
 * @returns {Promise<boolean>}
 */
function answers(port, password) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let reply = '';
    /** @param {boolean} answer */
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(500, () => finish(false));
    socket.on('error', () => finish(false));
    socket.on('close', () => finish(false));
    socket.on('data', (data) => {
      reply += data.toString('latin1');
      if (reply.includes('+PONG')) finish(true);
      else if (reply.includes('-')) finish(false);
    });
    socket.write(`AUTH ${password}\r\nPING\r\n`);
  });
}
