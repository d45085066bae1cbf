const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;
const FEN_PER_YUAN = 100;
const GROUP_SIZE = 10_000;

/** 人民币大写 of integer fen, by the usage of bank notes and invoices. */
export function capitalAmount(fen: number): string {
  if (!Number.isSafeInteger(fen)) return '';
  const sign = fen < 0 ? '负' : '';
  const amount = Math.abs(fen);
  const yuan = Math.floor(amount / FEN_PER_YUAN);
  const whole = yuan === 0 ? '' : `${wholeYuan(yuan)}元`;
  return `${sign}${whole}${fraction(amount % FEN_PER_YUAN, yuan > 0)}`;
}

function fraction(fen: number, hasYuan: boolean): string {
  if (fen === 0) return hasYuan ? '整' : '零元整';
  const jiao = Math.floor(fen / 10);
  const rest = fen % 10;
  const head = jiao > 0 ? `${digit(jiao)}角` : hasYuan ? '零' : '';
  return `${head}${rest > 0 ? `${digit(rest)}分` : '整'}`;
}

function wholeYuan(yuan: number): string {
  const groups = groupsOf(yuan);
  let text = '';
  groups.forEach((group, index) => {
    const power = groups.length - 1 - index;
    if (group === 0) return;
    const isGapBefore = text !== '' && (group < GROUP_SIZE / 10 || groups[index - 1] === 0);
    text += `${isGapBefore ? '零' : ''}${fourDigits(group)}${GROUPS[power] ?? ''}`;
  });
  return text;
}

/** Groups of four digits, the highest first. */
function groupsOf(yuan: number): number[] {
  const groups: number[] = [];
  for (let rest = yuan; rest > 0; rest = Math.floor(rest / GROUP_SIZE)) groups.unshift(rest % GROUP_SIZE);
  return groups;
}

function fourDigits(group: number): string {
  const digits = String(group).split('').map(Number);
  let text = '';
  let isGap = false;
  digits.forEach((value, index) => {
    if (value === 0) {
      isGap = text !== '';
      return;
    }
    text += `${isGap ? '零' : ''}${digit(value)}${PLACES[digits.length - 1 - index] ?? ''}`;
    isGap = false;
  });
  return text;
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}
