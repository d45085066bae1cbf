import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from './folder-lock.mjs';

/**
 * A port on the loopback that nobody listens on now. Whoever binds it later must cope with losing the race.
 * @param {number} [wanted] 0: any
 * @returns {Promise<number | undefined>} undefined: the wanted port is taken
 */
export function freePort(wanted = 0) {
  return new Promise((resolve) => {
    const server = createServer();
    server.unref();
    server.on('error', () => resolve(undefined));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => resolve(port));
    });
  });
}

/** @returns {Promise<number>} */
export async function anyFreePort() {
  const port = await freePort();
  if (port === undefined) throw new Error('no free port on 127.0.0.1');
  return port;
}

/**
 * Claims a port for as long as this launcher lives: of two starts at the same time only one gets it, long
 * before either listens. Undefined: somebody has it.
 * @param {number} port
 * @returns {Promise<{ port: number, release: () => void } | undefined>}
 */
export async function claimPort(port) {
  const folder = join(tmpdir(), `sanshe-ports-${process.getuid?.() ?? 'all'}`);
  const lock = takeLock(join(folder, `${port}.lock.json`));
  if ('holder' in lock) return undefined;
  if ((await freePort(port)) === port) return { port, release: lock.release };
  lock.release();
  return undefined;
}

/**
 * The wanted port or the next free one after it.
 * @param {number} wanted
 */
export async function claimPortFrom(wanted) {
  for (let port = wanted; port < wanted + 100; port += 1) {
    const claimed = await claimPort(port);
    if (claimed !== undefined) return claimed;
  }
  throw new Error(`none of the ports ${wanted}–${wanted + 99} is free: choose one with --port.`);
}
