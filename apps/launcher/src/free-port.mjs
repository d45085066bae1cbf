import { createServer } from 'node:net';

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
 * The wanted port or the next free one after it.
 * @param {number} wanted
 */
export async function freePortFrom(wanted) {
  for (let port = wanted; port < wanted + 50; port += 1) {
    const free = await freePort(port);
    if (free !== undefined) return free;
  }
  return anyFreePort();
}
