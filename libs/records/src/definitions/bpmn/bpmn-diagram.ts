import type { Box, PlacedBoundary, PlacedFlow, PlacedLink, PlacedNode } from '../layout/placed-flow.js';
import { LABEL_WIDTH } from '../layout/elk-graph.js';
import { labelSize } from '../layout/text-lines.js';
import { element, type XmlElement } from '../xml/xml-element.js';

/** Shapes and lines of the layout (BPMN DI). */
export function diagramElement(placed: PlacedFlow, processId: string): XmlElement {
  return element('bpmndi:BPMNDiagram', { id: `${processId}-diagram` }, [
    element('bpmndi:BPMNPlane', { id: `${processId}-plane`, bpmnElement: processId }, [
      ...placed.nodes.map(nodeShape),
      ...placed.boundaries.map(boundaryShape),
      ...placed.links.map(edge),
    ]),
  ]);
}

function nodeShape({ node, box }: PlacedNode): XmlElement {
  const isSmall = box.width < 60;
  const isGroup = node.inner !== undefined;
  const attributes = {
    id: `${node.id}-shape`,
    bpmnElement: node.id,
    isExpanded: isGroup ? 'true' : undefined,
    isMarkerVisible: node.kind === 'exclusiveGateway' ? 'true' : undefined,
  };
  return element('bpmndi:BPMNShape', attributes, [
    bounds(box),
    ...(isSmall ? label(node.name, belowOf(box, node.name)) : []),
  ]);
}

function boundaryShape({ event, box, label: at }: PlacedBoundary): XmlElement {
  const attributes = { id: `${event.id}-shape`, bpmnElement: event.id };
  return element('bpmndi:BPMNShape', attributes, [bounds(box), ...label(event.name, at)]);
}

function edge({ flow, points, label: at }: PlacedLink): XmlElement {
  const waypoints = points.map(({ x, y }) => element('di:waypoint', { x, y }));
  return element('bpmndi:BPMNEdge', { id: `${flow.id}-edge`, bpmnElement: flow.id }, [
    ...waypoints,
    ...label(flow.name, at),
  ]);
}

function label(name: string, box: Box | null): readonly XmlElement[] {
  return name === '' || box === null ? [] : [element('bpmndi:BPMNLabel', {}, [bounds(box)])];
}

function belowOf(box: Box, name: string): Box {
  const size = labelSize(name, LABEL_WIDTH);
  return { x: box.x + box.width / 2 - size.width / 2, y: box.y + box.height + 2, ...size };
}

function bounds({ x, y, width, height }: Box): XmlElement {
  return element('dc:Bounds', { x, y, width, height });
}
