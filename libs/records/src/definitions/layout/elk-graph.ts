import type { ElkExtendedEdge, ElkLabel, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { FlowNode, FlowNodeKind, FlowScope, SequenceFlow } from '../flow/process-flow.js';
import { labelSize } from './text-lines.js';

const TASK = { width: 116, height: 72 };
const GATEWAY = { width: 46, height: 46 };
export const EVENT_SIZE = 36;
const EVENT = { width: EVENT_SIZE, height: EVENT_SIZE };
export const LABEL_WIDTH = 96;

const SIZES: { readonly [kind in FlowNodeKind]: { readonly width: number; readonly height: number } | null } = {
  start: EVENT,
  end: EVENT,
  leave: EVENT,
  catch: EVENT,
  userTask: TASK,
  serviceTask: TASK,
  callActivity: TASK,
  subProcess: null,
  eventSubProcess: null,
  exclusiveGateway: GATEWAY,
  parallelGateway: GATEWAY,
  eventGateway: GATEWAY,
};

export const SCOPE_OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.labelNode': '4',
  'elk.spacing.edgeLabel': '3',
  'elk.spacing.componentComponent': '40',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
};

/** The same scope in the words of the layout library. */
export function elkScope(id: string, scope: FlowScope): ElkNode {
  return {
    id,
    layoutOptions: { ...SCOPE_OPTIONS, 'elk.padding': '[top=40,left=24,bottom=32,right=24]' },
    children: scope.nodes.map(elkNode),
    edges: scope.flows.map((flow) => elkEdge(flow, scope)),
  };
}

function elkNode(node: FlowNode): ElkNode {
  const ports = elkPorts(node);
  const inner: Partial<ElkNode> = node.inner === undefined ? {} : elkScope(node.id, node.inner);
  const size = SIZES[node.kind];
  const isSmall = size !== null && size !== TASK;
  return {
    ...inner,
    id: node.id,
    ...(size ?? {}),
    ports,
    labels: isSmall && node.name !== '' ? [elkLabel(node.name)] : [],
    layoutOptions: {
      ...inner.layoutOptions,
      'elk.portConstraints': ports.length > 0 ? 'FIXED_SIDE' : 'FREE',
      'elk.nodeLabels.placement': 'OUTSIDE V_BOTTOM H_CENTER',
      'elk.portLabels.placement': 'OUTSIDE NEXT_TO_PORT_IF_POSSIBLE',
      ...layerOf(node),
    },
  };
}

function layerOf({ kind }: FlowNode): { readonly [option: string]: string } {
  return kind === 'start' ? { 'elk.layered.layering.layerConstraint': 'FIRST' } : {};
}

/** Boundary events sit on the lower edge; what has some needs ports for its other flows too. */
function elkPorts({ id, boundary }: FlowNode): ElkPort[] {
  if (boundary.length === 0) return [];
  const doors = [
    { id: `${id}:in`, layoutOptions: { 'elk.port.side': 'WEST' } },
    { id: `${id}:out`, layoutOptions: { 'elk.port.side': 'EAST' } },
  ];
  const events = boundary.map((event, index) => ({
    id: event.id,
    ...EVENT,
    labels: [elkLabel(event.name)],
    layoutOptions: {
      'elk.port.side': 'SOUTH',
      'elk.port.borderOffset': String(-EVENT_SIZE / 2),
      'elk.port.index': String(boundary.length - index),
    },
  }));
  return [...doors, ...events];
}

function elkEdge(flow: SequenceFlow, scope: FlowScope): ElkExtendedEdge {
  const door = (id: string, side: string): string =>
    scope.nodes.some((node) => node.id === id && node.boundary.length > 0) ? `${id}:${side}` : id;
  const label =
    flow.name === '' ? [] : [{ ...elkLabel(flow.name), layoutOptions: { 'elk.edgeLabels.placement': 'CENTER' } }];
  return { id: flow.id, sources: [door(flow.from, 'out')], targets: [door(flow.to, 'in')], labels: label };
}

function elkLabel(text: string): ElkLabel {
  return { text, ...labelSize(text, LABEL_WIDTH) };
}
