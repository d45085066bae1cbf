/** Two neighbouring characters of a title and where they stand. */
export interface Gram {
  readonly gram: string;
  readonly position: number;
}

/** Shortest word that can be looked for; a title is indexed by pairs of characters. */
export const SHORTEST_TERM = 2;

/** One spelling for all: full-width as half-width, capitals as small letters. Chinese has no word boundaries to keep. */
export function normalTitle(title: string): string {
  return title.normalize('NFKC').toLowerCase();
}

/** Every pair of neighbouring characters. */
export function gramsOf(title: string): Gram[] {
  const characters = [...normalTitle(title)];
  return characters.slice(0, -1).map((character, position) => ({
    gram: `${character}${characters[position + 1] ?? ''}`,
    position,
  }));
}

/** The pairs that a word must have one after the other: every second, and the last. */
export function gramsOfTerm(term: string): Gram[] {
  const grams = gramsOf(term);
  return grams.filter(({ position }) => position % 2 === 0 || position === grams.length - 1);
}

/** Words that must all occur. */
export function termsOf(text: string): string[] {
  return [...new Set(normalTitle(text).split(/\s+/u))].filter((term) => term !== '');
}
