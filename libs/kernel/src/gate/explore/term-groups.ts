import type { Json } from '../../definition/language.js';

/** Terms whose values meet in comparisons and assignments, and the constants that they meet there. */
export class TermGroups {
  private readonly parents = new Map<string, string>();
  private readonly constants = new Map<string, Set<Json>>();

  /** Says that these terms and constants meet. */
  join(terms: readonly string[], constants: readonly Json[]): void {
    const [first, ...rest] = terms;
    if (first === undefined) return;
    const root = rest.reduce((one, other) => this.unite(one, other), this.rootOf(first));
    for (const constant of constants) this.constantsAt(root).add(constant);
  }

  /** The constants that a term can meet, in order. */
  constantsOf(term: string): readonly Json[] {
    return [...this.constantsAt(this.rootOf(term))].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  }

  /** All terms of the term's group. */
  membersOf(term: string): readonly string[] {
    const root = this.rootOf(term);
    return [...this.parents.keys()].filter((other) => this.rootOf(other) === root);
  }

  private unite(one: string, other: string): string {
    const [root, absorbed] = [this.rootOf(one), this.rootOf(other)];
    if (root === absorbed) return root;
    this.parents.set(absorbed, root);
    for (const constant of this.constantsAt(absorbed)) this.constantsAt(root).add(constant);
    return root;
  }

  private rootOf(term: string): string {
    const parent = this.parents.get(term);
    if (parent === undefined) this.parents.set(term, term);
    return parent === undefined || parent === term ? term : this.rootOf(parent);
  }

  private constantsAt(root: string): Set<Json> {
    const known = this.constants.get(root);
    if (known !== undefined) return known;
    const made = new Set<Json>();
    this.constants.set(root, made);
    return made;
  }
}

function isBefore(a: Json, b: Json): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a < b : JSON.stringify(a) < JSON.stringify(b);
}
