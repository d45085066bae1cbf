import type { RoundVote } from '#libs/kernel';
import { type Actor, DRAWN, listed, PERSONS, type Person } from './persons.js';

/** What somebody does, and why it must be refused if it must. */
export interface Action {
  readonly text: string;
  readonly actor: Actor;
  /** 代理: for whom. */
  readonly onBehalfOf: Person | null;
  readonly deed: Deed;
  readonly refused: string | null;
}

export type Deed =
  | { readonly does: 'vote'; readonly vote: RoundVote }
  | { readonly does: 'claim' | 'release' | 'resolve' | 'retract' }
  | { readonly does: 'transfer' | 'delegate'; readonly to: Person }
  | { readonly does: 'addBefore' | 'remove'; readonly persons: readonly Person[] }
  | { readonly does: 'addAfter'; readonly persons: readonly Person[]; readonly vote: RoundVote };

const VOTES: Readonly<Record<string, RoundVote>> = { 同意: 'approve', 反对: 'reject', 弃权: 'abstain' };
const ACTORS: readonly Actor[] = [...PERSONS, DRAWN];
const PLAIN = { 认领: 'claim', 放弃: 'release', 交回: 'resolve', 撤回: 'retract' } as const;
const SENTENCE = new RegExp(
  `^(×)?(${ACTORS.join('|')})(?:代([${PERSONS.join('')}]))?(.+?)([${PERSONS.join('')}]*)(?:（(.+)）)?$`,
);

/** One sentence of the column 经过, e.g. `甲同意`, `癸代甲同意`, `甲前加签丁戊`, `×乙同意（未轮到）`. */
export function readAction(text: string): Action {
  const match = SENTENCE.exec(text);
  const [, cross, actor, principal, words = '', others = '', reason] = match ?? [];
  const who = ACTORS.find((name) => name === actor);
  const deed = who === undefined ? null : deedOf(words, listed(others));
  if (who === undefined || deed === null || (cross === '×') !== (reason !== undefined)) {
    throw new TypeError(`the table says "${text}", which is no sentence of test/conformance/README.md`);
  }
  const onBehalfOf = PERSONS.find((person) => person === principal) ?? null;
  return { text, actor: who, onBehalfOf, deed, refused: reason ?? null };
}

function deedOf(words: string, persons: readonly Person[]): Deed | null {
  const [first] = persons;
  if (first === undefined) return aloneDeed(words);
  if (words === '转办') return { does: 'transfer', to: first };
  if (words === '委派') return { does: 'delegate', to: first };
  if (words === '前加签') return { does: 'addBefore', persons };
  if (words === '减签') return { does: 'remove', persons };
  const vote = words.endsWith('后加签') ? VOTES[words.slice(0, -'后加签'.length)] : undefined;
  return vote === undefined ? null : { does: 'addAfter', persons, vote };
}

function aloneDeed(words: string): Deed | null {
  const vote = VOTES[words];
  if (vote !== undefined) return { does: 'vote', vote };
  const does = Object.entries(PLAIN).find(([word]) => word === words)?.[1];
  return does === undefined ? null : { does };
}
