import type { ProcessDefinition, StateSpec } from '../definition/language.js';

/** A state with its place in the tree. */
export interface TreeNode {
  readonly spec: StateSpec;
  readonly parent: TreeNode | null;
  readonly children: TreeNode[];
  /** Position in the file, parents before children. */
  readonly order: number;
}

/** The states of a definition as a tree. */
export class ReferenceTree {
  readonly root: TreeNode;
  private readonly byPath = new Map<string, TreeNode>();

  constructor(definition: ProcessDefinition) {
    this.root = this.plant(definition.root, null);
  }

  at(path: string): TreeNode | undefined {
    return this.byPath.get(path);
  }

  get all(): readonly TreeNode[] {
    return [...this.byPath.values()];
  }

  /** The state of a normalised target. */
  target(source: TreeNode, name: string): TreeNode {
    const sibling = (source.parent ?? source).children.find((child) => nameOf(child) === name);
    const found = sibling ?? this.byPath.get(name);
    if (found === undefined) throw new TypeError(`no state ${name}`);
    return found;
  }

  private plant(spec: StateSpec, parent: TreeNode | null): TreeNode {
    const node: TreeNode = { spec, parent, children: [], order: this.byPath.size };
    this.byPath.set(spec.path, node);
    for (const child of Object.values(spec.states)) node.children.push(this.plant(child, node));
    return node;
  }
}

/** From the parent upwards, without `limit` and what lies above it. */
export function ancestors(node: TreeNode, limit: TreeNode | null = null): TreeNode[] {
  const found: TreeNode[] = [];
  if (node === limit) return found;
  for (let at = node.parent; at !== null && at !== limit; at = at.parent) found.push(at);
  return found;
}

export function isBelow(node: TreeNode, outer: TreeNode): boolean {
  let at = node.parent;
  while (at !== null && at !== outer) at = at.parent;
  return at === outer;
}

/** Children that can be active: history states only remember. */
export function realChildren(node: TreeNode): readonly TreeNode[] {
  return node.children.filter((child) => child.spec.kind !== 'history');
}

export function initialOf(node: TreeNode): TreeNode {
  const found = node.children.find((child) => nameOf(child) === node.spec.initial);
  if (found === undefined) throw new TypeError(`the state ${node.spec.path} has no initial state`);
  return found;
}

export function isLeaf(node: TreeNode): boolean {
  return node.spec.kind === 'atomic' || node.spec.kind === 'final';
}

function nameOf(node: TreeNode): string {
  return node.spec.path.slice(node.spec.path.lastIndexOf('.') + 1);
}

/** Whether a state is done: a final child, or all regions done. */
export function isFinished(state: TreeNode, active: ReadonlySet<TreeNode>): boolean {
  const children = realChildren(state);
  switch (state.spec.kind) {
    case 'compound':
      return children.some((child) => child.spec.kind === 'final' && active.has(child));
    case 'parallel':
      return children.every((child) => isFinished(child, active));
    case 'atomic':
    case 'final':
    case 'history':
      return state.spec.kind === 'final';
  }
}

/** Between steps the active states are kept in the order of the file, level by level. */
export function inFileOrder(root: TreeNode, active: ReadonlySet<TreeNode>): Set<TreeNode> {
  const ordered = new Set<TreeNode>();
  const visit = (state: TreeNode): void => {
    const inner = realChildren(state).filter((child) => active.has(child));
    for (const child of inner) ordered.add(child);
    for (const child of inner) visit(child);
  };
  visit(root);
  return ordered;
}

/** What a history state keeps of the active states when its parent is left. */
export function worthRemembering({ spec, parent }: TreeNode, active: ReadonlySet<TreeNode>): readonly TreeNode[] {
  const isDeep = spec.history?.deep === true;
  return [...active].filter((inner) =>
    isDeep ? isLeaf(inner) && parent !== null && isBelow(inner, parent) : inner.parent === parent,
  );
}
