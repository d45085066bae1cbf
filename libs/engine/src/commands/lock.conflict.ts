const DEADLOCK = 1213;
const LOCK_WAIT_TIMEOUT = 1205;

/** The database asks to try the whole transaction again; never shown to a caller. */
export function isLockConflict(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('errno' in error && (error.errno === DEADLOCK || error.errno === LOCK_WAIT_TIMEOUT)) return true;
  return 'driverError' in error && isLockConflict(error.driverError);
}
