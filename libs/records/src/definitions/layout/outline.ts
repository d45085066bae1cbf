import type { FlowNodeKind } from '../flow/process-flow.js';
import type { Box, Point } from './placed-flow.js';

const ROUND: readonly FlowNodeKind[] = ['start', 'end', 'leave', 'catch'];
const POINTED: readonly FlowNodeKind[] = ['exclusiveGateway', 'parallelGateway', 'eventGateway'];

/** The layout ends lines at the box around a shape; this is where the line meets the shape itself. */
export function onOutline(point: Point, kind: FlowNodeKind, box: Box): Point {
  const radius = box.width / 2;
  const centre = { x: box.x + radius, y: box.y + radius };
  const isAbove = Math.abs(point.x - centre.x) < Math.abs(point.y - centre.y);
  const across = isAbove ? point.x - centre.x : point.y - centre.y;
  const reach = reachOf(kind, radius, Math.min(Math.abs(across), radius));
  if (reach === null) return point;
  if (isAbove) return { x: point.x, y: round(centre.y + Math.sign(point.y - centre.y) * reach) };
  return { x: round(centre.x + Math.sign(point.x - centre.x) * reach), y: point.y };
}

function reachOf(kind: FlowNodeKind, radius: number, across: number): number | null {
  if (POINTED.includes(kind)) return radius - across;
  return ROUND.includes(kind) ? Math.sqrt(radius * radius - across * across) : null;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
