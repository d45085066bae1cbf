const FEN_PER_YUAN = 100;
const FEN_PER_WAN = 1_000_000;
const TYPED = /^(\d{1,14})(?:\.(\d{1,2}))?$/;

/** Integer fen of what a person typed in yuan; null when it is not an amount. Never goes through a float. */
export function parseYuan(text: string): number | null {
  const match = TYPED.exec(text.trim().replaceAll(/[,,\s]/g, ''));
  if (!match) return null;
  const fen = Number(`${match[1] ?? '0'}${(match[2] ?? '').padEnd(2, '0')}`);
  return Number.isSafeInteger(fen) ? fen : null;
}

export function formatYuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const amount = Math.abs(fen);
  const yuan = String(Math.floor(amount / FEN_PER_YUAN)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${yuan}.${String(amount % FEN_PER_YUAN).padStart(2, '0')}`;
}

/** Ten thousands of yuan for overviews, e.g. 110 or 38.6. */
export function formatWan(fen: number): string {
  const wan = fen / FEN_PER_WAN;
  return wan.toLocaleString('zh-CN', { maximumFractionDigits: 4 });
}
