import { parseArgs } from 'node:util';

export const START_USAGE = `npm start [-- options]
  --fresh     forget all data of the embedded database first (never touches DATABASE_URL or REDIS_URL)
  --training  培训环境: demo data of its own under .sanshe/training, with a clock that runs a day a minute
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
    options: {
      fresh: { type: 'boolean' },
      training: { type: 'boolean' },
      port: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const given = {
    databaseUrl: environment.DATABASE_URL || undefined,
    migrationUrl: environment.DATABASE_MIGRATION_URL || undefined,
    redisUrl: environment.REDIS_URL || undefined,
  };
  assertOwnServers(values, given);
  const { fresh = false, training = false, help = false } = values;
  return { fresh, training, help, port: portOf(values.port), given };
}

/**
 * What belongs to somebody else is never emptied, and never trained on.
 * @param {{ fresh?: boolean, training?: boolean }} wanted
 * @param {{ databaseUrl?: string | undefined, redisUrl?: string | undefined }} given
 */
function assertOwnServers({ fresh, training }, { databaseUrl, redisUrl }) {
  if (!databaseUrl && !redisUrl) return;
  if (training) {
    throw new Error('--training keeps its own data: it is refused while DATABASE_URL or REDIS_URL is set. Unset them.');
  }
  if (!fresh) return;
  throw new Error(
    '--fresh forgets embedded data only: it is refused while DATABASE_URL or REDIS_URL is set. ' +
      'Unset them, or empty that database yourself.',
  );
}

/** @param {string | undefined} text */
function portOf(text) {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`--port ${text}: a number from 1 to 65535`);
  return port;
}
