const DEADLOCK = 1213;
const LOCK_WAIT_TIMEOUT = 1205;
const DUPLICATE_KEY = 1062;

/** Codes of mysql2 and the system when the database went away, is starting, or refuses connections. */
const AWAY = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
]);

/** The database asks to try the whole transaction again; never shown to a caller. */
export function isLockConflict(error: unknown): boolean {
  const driver = driverError(error);
  return driver !== null && 'errno' in driver && (driver.errno === DEADLOCK || driver.errno === LOCK_WAIT_TIMEOUT);
}

/** Another request with the same idempotency key was first; looked at again, its result is found. */
export function isDuplicateKey(error: unknown): boolean {
  const driver = driverError(error);
  return driver !== null && 'errno' in driver && driver.errno === DUPLICATE_KEY;
}

/** The connection was lost: whether the command was committed is unknown, its idempotency key tells. */
export function isDatabaseAway(error: unknown): boolean {
  const driver = driverError(error);
  return driver !== null && 'code' in driver && typeof driver.code === 'string' && AWAY.has(driver.code);
}

/** TypeORM wraps what the driver threw. */
function driverError(error: unknown): object | null {
  if (typeof error !== 'object' || error === null) return null;
  return 'driverError' in error && typeof error.driverError === 'object' ? error.driverError : error;
}
