import type { PlacedFlow, PlacedLink, Point } from '../layout/placed-flow.js';
import { element, type XmlElement } from '../xml/xml-element.js';
import { labelText } from './svg-text.js';

const CORNER = 6;

/** The line of a flow; a default flow out of a gateway has a stroke across its beginning. */
export function linkShape({ flow, points, label }: PlacedLink, placed: PlacedFlow): XmlElement {
  const line = element('path', { class: 'flow', d: roundedPath(points), 'marker-end': 'url(#arrow)' });
  const isFromGateway = placed.nodes.some(({ node }) => node.id === flow.from && node.kind === 'exclusiveGateway');
  return element('g', { 'data-flow': flow.id }, [
    line,
    ...(flow.isDefault && isFromGateway ? [stroke(points)] : []),
    ...(label === null || flow.name === '' ? [] : [labelText(flow.name, label)]),
  ]);
}

function stroke([from, to]: readonly Point[]): XmlElement {
  if (from === undefined || to === undefined) return element('g');
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const at = { x: from.x + ((to.x - from.x) / length) * 9, y: from.y + ((to.y - from.y) / length) * 9 };
  return element('path', { class: 'flow', d: `M${at.x - 4} ${at.y + 4} L${at.x + 4} ${at.y - 4}` });
}

function roundedPath(points: readonly Point[]): string {
  const parts = points.map((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined) return `M${point.x} ${point.y}`;
    if (after === undefined) return `L${point.x} ${point.y}`;
    const into = towards(point, before);
    const out = towards(point, after);
    return `L${into.x} ${into.y} Q${point.x} ${point.y} ${out.x} ${out.y}`;
  });
  return parts.join(' ');
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const part = Math.min(CORNER, length / 2) / length;
  return { x: round(from.x + (to.x - from.x) * part), y: round(from.y + (to.y - from.y) * part) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
