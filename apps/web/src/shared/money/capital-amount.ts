import chinese from 'nzh/cn';

const FEN_PER_YUAN = 100;

/** 人民币大写 of integer fen, by the usage of bank notes and invoices, without the words 人民币. */
export function capitalAmount(fen: number): string {
  if (!Number.isSafeInteger(fen)) return '';
  const sign = fen < 0 ? '负' : '';
  return `${sign}${chinese.toMoney(yuanText(Math.abs(fen)), { outSymbol: false })}`;
}

/** Yuan in digits, decimals only where there are any: no float ever touches the amount. */
function yuanText(fen: number): string {
  const rest = fen % FEN_PER_YUAN;
  const yuan = String(Math.floor(fen / FEN_PER_YUAN));
  return rest === 0 ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`;
}
