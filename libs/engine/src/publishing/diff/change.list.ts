import type { Json } from '#libs/kernel';
import { canonicalJson } from '../../history/canonical.js';
import { type Change, type ChangeArea, type FromTo, type Titles, type Words } from './change.js';

/** Where a change stands: the place's name, and how a sentence begins there. */
export interface Place {
  readonly where: string;
  readonly label: Words;
}

/** What is compared, and how a value of it reads. */
export interface Aspect<T> {
  readonly area: ChangeArea;
  readonly subject: Words;
  readonly say: (value: T) => Words;
  /** `延长为`, `缩短为`: a better verb than `改为` where one is known. */
  readonly verb?: (from: T, to: T) => Words | null;
}

const CHANGED: Words = { zh: '改为', en: 'becomes' };

/** Gathers the changes of one comparison. */
export class ChangeList {
  readonly all: Change[] = [];

  constructor(readonly titles: Titles) {}

  add(area: ChangeArea, { where, label }: Place, { zh, en }: Words): void {
    this.all.push({ area, where, zh: `${label.zh}${zh}`, en: `${label.en}${en}` });
  }

  /** Says nothing where both are alike. */
  compare<T>(place: Place, aspect: Aspect<T>, { from, to }: FromTo<T>): void {
    if (isSame(from, to)) return;
    const { area, subject, say } = aspect;
    if (from === undefined && to !== undefined)
      this.add(area, place, { zh: `增加${subject.zh}：${say(to).zh}`, en: `${subject.en} is added: ${say(to).en}` });
    if (from !== undefined && to === undefined)
      this.add(area, place, {
        zh: `取消${subject.zh}（原为${say(from).zh}）`,
        en: `${subject.en} is removed (was ${say(from).en})`,
      });
    if (from === undefined || to === undefined) return;
    const verb = aspect.verb?.(from, to) ?? CHANGED;
    this.add(area, place, {
      zh: `${subject.zh}由${say(from).zh}${verb.zh}${say(to).zh}`,
      en: `${subject.en} ${verb.en} ${say(to).en} (was ${say(from).en})`,
    });
  }

  /** Members that no comparison above knows: a later language must not change in silence. */
  others(place: Place, known: readonly string[], { from, to }: FromTo<object>): void {
    const before = restOf(from, known);
    const after = restOf(to, known);
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (isSame(before[key], after[key])) continue;
      this.add('other', place, { zh: `“${key}”的内容有变化`, en: `the contents of \`${key}\` change` });
    }
  }
}

export function isSame(from: unknown, to: unknown): boolean {
  if (from === undefined || to === undefined) return from === to;
  // Definitions are made of JSON alone.
  return canonicalJson(from as Json) === canonicalJson(to as Json);
}

function restOf(value: object | undefined, known: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([key]) => !known.includes(key)));
}

/** Names of either side, in the order of the newer. */
export function namesOf(from: object, to: object): readonly string[] {
  return [...new Set([...Object.keys(to), ...Object.keys(from)])];
}
