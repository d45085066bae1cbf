import type { Localized, PartyRole } from '#libs/kernel';

/** What a change is about, in the order in which it is told. */
export const CHANGE_AREAS = [
  'process',
  'period',
  'parameter',
  'step',
  'actor',
  'form',
  'due',
  'suspension',
  'condition',
  'decision',
  'transition',
  'subprocess',
  'effect',
  'law',
  'variable',
  'view',
  'other',
] as const;
export type ChangeArea = (typeof CHANGE_AREAS)[number];

/** A sentence or a part of one, in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** One difference between two definitions, as an officer of a bureau would say it. */
export interface Change extends Words {
  readonly area: ChangeArea;
  /** State, parameter, variable or view; empty for the whole process. */
  readonly where: string;
}

/** Titles of names that a definition only mentions; raw names where nobody knows better. */
export interface Titles {
  party?(party: PartyRole): Localized;
  form?(name: string): Localized;
  law?(id: string): Localized;
}

/** From what, to what; undefined where there was or is nothing. */
export interface FromTo<T> {
  readonly from: T | undefined;
  readonly to: T | undefined;
}
