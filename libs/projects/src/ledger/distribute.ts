/** What may still be taken from one fund account, in fen. */
export interface AccountRoom {
  readonly accountId: number;
  readonly room: number;
}

/** A part of an amount on one fund account, in fen. */
export interface AccountShare {
  readonly accountId: number;
  readonly amount: number;
}

/**
 * Takes an amount from accounts in the given order, each as far as its room goes.
 * Whole fen, no rounding; null when all rooms together are too small.
 */
export function distribute(amount: number, rooms: readonly AccountRoom[]): AccountShare[] | null {
  const shares: AccountShare[] = [];
  let left = amount;
  for (const { accountId, room } of rooms) {
    const taken = Math.min(left, Math.max(room, 0));
    if (taken > 0) shares.push({ accountId, amount: taken });
    left -= taken;
  }
  return left === 0 ? shares : null;
}

/** Adds up shares on the same account and puts them in the order in which accounts are locked. */
export function mergeShares(shares: readonly AccountShare[]): AccountShare[] {
  const byAccount = new Map<number, number>();
  for (const { accountId, amount } of shares) byAccount.set(accountId, (byAccount.get(accountId) ?? 0) + amount);
  return [...byAccount]
    .map(([accountId, amount]) => ({ accountId, amount }))
    .filter((share) => share.amount !== 0)
    .sort((a, b) => a.accountId - b.accountId);
}
