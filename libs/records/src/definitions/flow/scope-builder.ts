import type { BoundaryEvent, FlowNode, FlowScope, SequenceFlow } from './process-flow.js';

/** A scope while it is filled, with the group that holds it. */
export class ScopeBuilder implements FlowScope {
  readonly nodes: FlowNode[] = [];
  readonly flows: SequenceFlow[] = [];

  constructor(
    readonly parent: ScopeBuilder | null,
    /** Id of the group in the parent. */
    readonly hostId: string,
  ) {}

  add(node: Omit<FlowNode, 'boundary' | 'documentation'> & { readonly documentation?: readonly string[] }): FlowNode {
    const added = { documentation: [], ...node, boundary: [] };
    this.nodes.push(added);
    return added;
  }

  /** The same, standing right behind another node: the layout follows the order of the nodes. */
  addBehind(before: string, node: Parameters<ScopeBuilder['add']>[0]): FlowNode {
    const added = this.add(node);
    const host = before.replace(/-[A-Za-z]+$/, '');
    const at = this.nodes.findIndex(({ id }) => id === before || id === host);
    if (at >= 0) this.nodes.splice(at + 1, 0, ...this.nodes.splice(-1));
    return added;
  }

  connect(flow: Omit<SequenceFlow, 'id' | 'isDefault' | 'name'> & Partial<SequenceFlow>): void {
    this.flows.push({ name: '', isDefault: false, ...flow, id: `flow-${flow.from}-${this.outgoing(flow.from) + 1}` });
  }

  attach(hostId: string, event: BoundaryEvent): void {
    const host = this.nodes.find(({ id }) => id === hostId);
    if (host?.boundary.every(({ id }) => id !== event.id) === true) host.boundary.push(event);
  }

  has(id: string): boolean {
    return this.nodes.some((node) => node.id === id);
  }

  /** The part of this scope through which one gets from `inner` to here; null when `inner` is not inside. */
  hostOf(inner: ScopeBuilder): string | null {
    for (let at: ScopeBuilder = inner; at.parent !== null; at = at.parent) if (at.parent === this) return at.hostId;
    return null;
  }

  /** An end that nothing leads to would be a second start. */
  prune(): void {
    for (const node of [...this.nodes]) {
      if (node.inner instanceof ScopeBuilder) node.inner.prune();
      if (node.kind === 'end' && this.flows.every(({ to }) => to !== node.id))
        this.nodes.splice(this.nodes.indexOf(node), 1);
    }
  }

  private outgoing(from: string): number {
    return this.flows.filter((flow) => flow.from === from).length;
  }
}
