/**
 * Runs a procedure once for each way in which its choices can fall: it asks `oneOf` wherever something is open,
 * and `next` then takes the last choice that has another answer.
 */
export class ChoiceTree {
  private readonly taken: { at: number; readonly count: number }[] = [];
  private position = 0;

  oneOf<T>(options: readonly [T, ...T[]]): T {
    if (options.length === 1) return options[0];
    const known = this.taken[this.position];
    this.position += 1;
    if (known !== undefined) return options[known.at] ?? options[0];
    this.taken.push({ at: 0, count: options.length });
    return options[0];
  }

  /** Goes to the next way; false when all have been gone. */
  next(): boolean {
    this.position = 0;
    for (let last = this.taken.at(-1); last !== undefined; last = this.taken.at(-1)) {
      if (last.at + 1 < last.count) {
        last.at += 1;
        return true;
      }
      this.taken.pop();
    }
    return false;
  }
}
