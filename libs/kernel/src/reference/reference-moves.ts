import type { TransitionSpec } from '../definition/language.js';
import { ancestors, initialOf, isBelow, realChildren, type TreeNode } from './reference-tree.js';

/** A transition that is going to be taken. */
export interface Move {
  readonly source: TreeNode;
  readonly spec: TransitionSpec;
  readonly target: TreeNode | null;
}

/** What history states remember, by their paths. */
export type Memory = ReadonlyMap<string, readonly TreeNode[]>;

/** The real states that a target stands for. */
export function landing(target: TreeNode, memory: Memory): readonly TreeNode[] {
  if (target.spec.kind !== 'history') return [target];
  return memory.get(target.spec.path) ?? fallback(target).flatMap((state) => landing(state, memory));
}

function fallback(history: TreeNode): readonly TreeNode[] {
  const { parent, spec } = history;
  if (parent === null) throw new TypeError('a history state stands at the top');
  const named = parent.children.find((child) => child.spec.path === spec.history?.target);
  if (named !== undefined) return [named];
  return parent.spec.kind === 'parallel' ? realChildren(parent) : [initialOf(parent)];
}

/** The state that stays active around everything that a move leaves and enters. */
export function domainOf(move: Move, memory: Memory): TreeNode | null {
  if (move.target === null) return null;
  const places = landing(move.target, memory);
  const isInside = places.every((place) => place === move.source || isBelow(place, move.source));
  if (isInside && !move.spec.reenter) return move.source;
  const [first, ...others] = [...places, move.source];
  const common = ancestors(first).find((outer) => others.every((other) => isBelow(other, outer)));
  return common ?? top(move.source);
}

function top(node: TreeNode): TreeNode {
  return node.parent === null ? node : top(node.parent);
}

/** The active states that a move leaves. */
export function leaving(move: Move, active: ReadonlySet<TreeNode>, memory: Memory): readonly TreeNode[] {
  const domain = domainOf(move, memory);
  return domain === null ? [] : [...active].filter((state) => isBelow(state, domain));
}

/** Of moves that would leave the same state the inner one counts; of unrelated ones the first. */
export function withoutConflicts(
  moves: readonly Move[],
  active: ReadonlySet<TreeNode>,
  memory: Memory,
): readonly Move[] {
  let kept: readonly Move[] = [];
  for (const move of moves) {
    const mine = leaving(move, active, memory);
    const rivals = kept.filter((other) => leaving(other, active, memory).some((state) => mine.includes(state)));
    if (rivals.some((rival) => !isBelow(move.source, rival.source))) continue;
    kept = [...kept.filter((other) => !rivals.includes(other)), move];
  }
  return kept;
}

/** The states that moves enter, outermost first. */
export function entering(moves: readonly Move[], memory: Memory): readonly TreeNode[] {
  const entry = new Entry(memory);
  for (const move of moves) entry.add(move);
  return entry.inOrder;
}

/** The states that are active when the process begins. */
export function beginning(root: TreeNode): readonly TreeNode[] {
  const entry = new Entry(new Map());
  entry.addBelow(root);
  return entry.inOrder;
}

/** A state that is its own target is not left, only what is below it. */
function staysIn({ source, target, spec }: Move, domain: TreeNode): boolean {
  return target === source && source === domain && !spec.reenter;
}

class Entry {
  private readonly states = new Set<TreeNode>();

  constructor(private readonly memory: Memory) {}

  get inOrder(): readonly TreeNode[] {
    return [...this.states].sort((a, b) => a.order - b.order);
  }

  add(move: Move): void {
    const { target } = move;
    const domain = domainOf(move, this.memory);
    if (target === null || domain === null) return;
    if (target.spec.kind !== 'history' && !staysIn(move, domain)) this.states.add(target);
    this.addBelow(target);
    for (const place of landing(target, this.memory)) this.addAround(place, domain);
  }

  private addAround(place: TreeNode, domain: TreeNode): void {
    const outer = ancestors(place, domain);
    for (const state of outer) this.states.add(state);
    for (const state of [...outer, domain]) this.addRegions(state);
  }

  /** What is entered along with a state when nothing below it is named. */
  addBelow(state: TreeNode): void {
    switch (state.spec.kind) {
      case 'compound':
        return this.addWithBelow(initialOf(state));
      case 'parallel':
        return this.addRegions(state);
      case 'history':
        return this.addRemembered(state);
      case 'atomic':
      case 'final':
    }
  }

  private addWithBelow(state: TreeNode): void {
    this.states.add(state);
    this.addBelow(state);
  }

  private addRegions(state: TreeNode): void {
    if (state.spec.kind !== 'parallel') return;
    for (const region of realChildren(state)) {
      if (![...this.states].some((entered) => isBelow(entered, region))) this.addWithBelow(region);
    }
  }

  private addRemembered(history: TreeNode): void {
    const remembered = this.memory.get(history.spec.path) ?? fallback(history);
    for (const state of remembered) this.addWithBelow(state);
    for (const state of remembered) {
      for (const outer of ancestors(state, history.parent)) {
        this.states.add(outer);
        this.addRegions(outer);
      }
    }
  }
}
