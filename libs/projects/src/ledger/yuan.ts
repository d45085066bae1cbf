/** Fen as people read it: `1234500` → `12,345.00 元`. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = String(Math.trunc(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')} 元`;
}
