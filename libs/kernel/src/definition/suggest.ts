/** The known word nearest to a mistyped one, when it is near enough to be meant. */
export function closestWord(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** A hint that offers the nearest word, or names all of them. */
export function suggest(word: string, known: Iterable<string>, whatElse: string): string {
  const names = [...known];
  const closest = closestWord(word, names);
  if (closest !== null) return `Did you mean \`${closest}\`?`;
  return names.length > 0 && names.length <= 16 ? `${whatElse} Known: ${names.join(', ')}.` : whatElse;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function editDistance(from: string, to: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      current.push(cell({ from, to, row, column, current, previous, beforePrevious }));
    }
    [beforePrevious, previous] = [previous, current];
  }
  return previous[to.length] ?? 0;
}

interface Cell {
  readonly from: string;
  readonly to: string;
  readonly row: number;
  readonly column: number;
  readonly current: readonly number[];
  readonly previous: readonly number[];
  readonly beforePrevious: readonly number[];
}

function cell({ from, to, row, column, current, previous, beforePrevious }: Cell): number {
  const isSame = from[row - 1] === to[column - 1];
  const best = Math.min(
    (previous[column] ?? 0) + 1,
    (current[column - 1] ?? 0) + 1,
    (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
  );
  const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
  return isSwap ? Math.min(best, (beforePrevious[column - 2] ?? 0) + 1) : best;
}
