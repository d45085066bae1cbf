import { startStack } from './stack.mjs';

/**
 * A stack that the supervisor stops, and whose servers end everything when they end by themselves. Owned
 * before it is there: a signal during the start must not leave servers behind.
 * @param {import('./stack.mjs').StackOptions} options
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {(text: string) => void} say
 */
export async function startOwnedStack(options, supervisor, say) {
  const starting = startStack({ ...options, say });
  supervisor.own('servers', async () => (await starting.catch(() => undefined))?.stop());
  const stack = await starting;
  for (const server of stack.processes) supervisor.watch(server, say);
  return stack;
}
