import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { Elk } from './elk.js';
import type { FlowScope, ProcessFlow } from '../flow/process-flow.js';
import { elkScope } from './elk-graph.js';
import { onOutline } from './outline.js';
import type { Box, PlacedBoundary, PlacedFlow, PlacedLink, PlacedNode, Point } from './placed-flow.js';

const MARGIN = 24;

/** Gives every part of a flow its place. The same flow always gets the same layout. */
export async function layOut(flow: ProcessFlow): Promise<PlacedFlow> {
  const graph = await new Elk().layout(elkScope('process', flow.root));
  const reading = new LayoutReading();
  reading.scope(flow.root, graph, { x: MARGIN, y: 0 });
  const { nodes, boundaries, links } = reading;
  const size = { width: (graph.width ?? 0) + 2 * MARGIN, height: (graph.height ?? 0) + MARGIN };
  return { flow, nodes, boundaries, links, size };
}

/** Turns the library's places, each relative to its group, into places on the diagram. */
class LayoutReading {
  readonly nodes: PlacedNode[] = [];
  readonly boundaries: PlacedBoundary[] = [];
  readonly links: PlacedLink[] = [];

  scope(scope: FlowScope, graph: ElkNode, origin: Point): void {
    for (const placed of graph.children ?? []) this.node(scope, placed, origin);
    for (const edge of graph.edges ?? []) this.link(scope, edge, origin);
  }

  private node(scope: FlowScope, placed: ElkNode, origin: Point): void {
    const node = scope.nodes.find(({ id }) => id === placed.id);
    if (node === undefined) return;
    const box = boxAt(placed, origin);
    this.nodes.push({ node, box });
    for (const event of node.boundary) {
      const port = placed.ports?.find(({ id }) => id === event.id);
      if (port === undefined) continue;
      const at = boxAt(port, box);
      const [label] = port.labels ?? [];
      this.boundaries.push({ event, box: at, label: label ? boxAt(label, at) : null });
    }
    if (node.inner !== undefined) this.scope(node.inner, placed, box);
  }

  private link(scope: FlowScope, edge: ElkExtendedEdge, origin: Point): void {
    const flow = scope.flows.find(({ id }) => id === edge.id);
    const [section] = edge.sections ?? [];
    if (flow === undefined || section === undefined) return;
    const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map((point) =>
      moved(point, origin),
    );
    const [first, ...between] = points;
    const last = between.pop();
    if (first === undefined || last === undefined) return;
    const [label] = edge.labels ?? [];
    this.links.push({
      flow,
      points: [this.touching(flow.from, first), ...between, this.touching(flow.to, last)],
      label: label ? boxAt(label, origin) : null,
    });
  }

  private touching(id: string, point: Point): Point {
    const placed = this.nodes.find(({ node }) => node.id === id);
    return placed === undefined ? point : onOutline(point, placed.node.kind, placed.box);
  }
}

function moved({ x, y }: Point, origin: Point): Point {
  return { x: round(x + origin.x), y: round(y + origin.y) };
}

function boxAt(part: Partial<Box>, origin: Point): Box {
  const { x = 0, y = 0, width = 0, height = 0 } = part;
  return { x: round(x + origin.x), y: round(y + origin.y), width: round(width), height: round(height) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
