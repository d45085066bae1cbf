import { parseArgs } from 'node:util';

export const START_USAGE = `npm start [-- options]
  --fresh     forget all data of the embedded database first (never touches DATABASE_URL or REDIS_URL)
  --port N    port of the web application (otherwise 3000 or the next free one)
  --help
Environment: DATABASE_URL and DATABASE_MIGRATION_URL (owner's account), REDIS_URL use servers that run already.`;

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} environment
 */
export function startOptions(args, environment) {
  const { values } = parseArgs({
    args: [...args],
    options: { fresh: { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean' } },
  });
  const given = {
    databaseUrl: environment.DATABASE_URL || undefined,
    migrationUrl: environment.DATABASE_MIGRATION_URL || undefined,
    redisUrl: environment.REDIS_URL || undefined,
  };
  if (values.fresh && (given.databaseUrl || given.redisUrl)) {
    throw new Error(
      '--fresh forgets embedded data only: it is refused while DATABASE_URL or REDIS_URL is set. ' +
        'Unset them, or empty that database yourself.',
    );
  }
  return { fresh: values.fresh ?? false, help: values.help ?? false, port: portOf(values.port), given };
}

/** @param {string | undefined} text */
function portOf(text) {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`--port ${text}: a number from 1 to 65535`);
  return port;
}
