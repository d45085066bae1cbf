import type { Random } from './random.js';

const CHINESE = '项目服务内容情况说明按要求办理完成并存档备查';
const CLASSES: Readonly<Record<string, string>> = {
  d: '0123456789',
  w: 'abcdefghijklmnopqrstuvwxyz0123456789_',
  s: ' ',
};
const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Open repetitions stop after so many. */
const MOST_REPEATS = 4;

/** A Chinese text of a length within the bounds. */
export function textOf(random: Random, least: number, most: number): string {
  const length = Math.min(Math.max(least, 1) + random.between(0, 3), most);
  return CHINESE.repeat(Math.ceil(length / CHINESE.length)).slice(0, length);
}

/** 统一社会信用代码 with the right check character. */
export function creditCode(random: Random): string {
  const body = `51510000${repeat(9, () => random.oneOf([...LETTERS]) ?? '0')}`;
  const sum = [...body].reduce((total, sign, index) => total + LETTERS.indexOf(sign) * (CREDIT_WEIGHTS[index] ?? 0), 0);
  return `${body}${LETTERS[(31 - (sum % 31)) % 31] ?? '0'}`;
}

/** 公民身份号码 of nobody, with the right check character. */
export function idNumber(random: Random): string {
  const body = `513431${random.between(1960, 2000)}0${random.between(1, 9)}${random.between(10, 28)}${random.between(100, 999)}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (ID_WEIGHTS[index] ?? 0), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
}

/** A text that the pattern accepts: literals, classes, groups with alternatives, and repetitions. */
export function textMatching(pattern: string, random: Random): string {
  const reader = new PatternReader(pattern.replace(/^\^/, '').replace(/\$$/, ''), random);
  return reader.alternatives();
}

class PatternReader {
  private at = 0;

  constructor(
    private readonly pattern: string,
    private readonly random: Random,
  ) {}

  alternatives(): string {
    const branches = [this.sequence()];
    while (this.pattern[this.at] === '|') {
      this.at += 1;
      branches.push(this.sequence());
    }
    return this.random.oneOf(branches) ?? '';
  }

  private sequence(): string {
    let text = '';
    while (this.at < this.pattern.length && !'|)'.includes(this.pattern[this.at] ?? '')) text += this.repeated();
    return text;
  }

  /** The atom is read again for each repetition, so that each is drawn anew. */
  private repeated(): string {
    const start = this.at;
    const first = this.atom();
    const end = this.at;
    const [least, most] = this.bounds();
    const after = this.at;
    const times = this.random.between(least, most);
    if (times === 0) return '';
    const rest = repeat(times - 1, () => {
      this.at = start;
      return this.atom();
    });
    this.at = after > end ? after : end;
    return first + rest;
  }

  private atom(): string {
    const sign = this.pattern[this.at] ?? '';
    this.at += 1;
    if (sign === '[') return this.oneOfClass();
    if (sign === '(') return this.group();
    if (sign === '\\') return this.escaped();
    return sign === '.' ? 'x' : sign;
  }

  private group(): string {
    if (this.pattern.startsWith('?:', this.at)) this.at += 2;
    const text = this.alternatives();
    this.at += 1;
    return text;
  }

  private escaped(): string {
    const sign = this.pattern[this.at] ?? '';
    this.at += 1;
    const members = CLASSES[sign];
    return members === undefined ? sign : (this.random.oneOf([...members]) ?? '');
  }

  private oneOfClass(): string {
    const end = this.pattern.indexOf(']', this.at);
    const text = this.pattern.slice(this.at, end);
    this.at = end + 1;
    const members = text
      .replace(/\\(.)/g, (_, sign: string) => CLASSES[sign] ?? sign)
      .replace(/(.)-(.)/g, (_, from: string, to: string) => signsBetween(from, to));
    return this.random.oneOf([...members]) ?? '';
  }

  private bounds(): [number, number] {
    const rest = this.pattern.slice(this.at);
    const counted = /^\{(\d+)(,(\d*))?\}/.exec(rest);
    if (counted) {
      this.at += counted[0].length;
      const least = Number(counted[1]);
      if (counted[2] === undefined) return [least, least];
      return [least, counted[3] ? Number(counted[3]) : least + MOST_REPEATS];
    }
    const sign = rest[0] ?? '';
    if (!'?*+'.includes(sign) || sign === '') return [1, 1];
    this.at += 1;
    return [sign === '+' ? 1 : 0, sign === '?' ? 1 : MOST_REPEATS];
  }
}

function signsBetween(from: string, to: string): string {
  const start = from.codePointAt(0) ?? 0;
  const end = to.codePointAt(0) ?? start;
  return String.fromCodePoint(...Array.from({ length: end - start + 1 }, (_, index) => start + index));
}

function repeat(times: number, make: () => string): string {
  return Array.from({ length: Math.max(0, times) }, make).join('');
}
