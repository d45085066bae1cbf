import type { FlowNode, FlowTrigger } from '../flow/process-flow.js';
import type { Box, PlacedBoundary, PlacedNode } from '../layout/placed-flow.js';
import { LINE_HEIGHT, labelSize } from '../layout/text-lines.js';
import { LABEL_WIDTH } from '../layout/elk-graph.js';
import { element, type XmlElement } from '../xml/xml-element.js';
import { triggerSign } from './svg-signs.js';
import { labelText, middleText } from './svg-text.js';

export function nodeShape({ node, box }: PlacedNode): XmlElement {
  return element('g', { 'data-node': node.id }, [...notes(node), ...shapesOf(node, box)]);
}

export function boundaryShape({ event, box, label }: PlacedBoundary): XmlElement {
  const dash = event.interrupting ? undefined : '4 3';
  return element('g', { 'data-node': event.id }, [
    ...doubleCircle(box, event.trigger, dash),
    ...(label === null ? [] : [labelText(event.name, label)]),
  ]);
}

/** Shown by a browser when the pointer rests on the shape. */
function notes({ documentation, state }: FlowNode): readonly XmlElement[] {
  return documentation.length === 0 ? [] : [element('title', {}, [[state, ...documentation].join('\n')])];
}

function shapesOf(node: FlowNode, box: Box): readonly XmlElement[] {
  switch (node.kind) {
    case 'userTask':
      return [rect(box, 'task', 10), person(box), middleText(node.name, box, 'label')];
    case 'serviceTask':
      return [rect(box, 'service', 10), middleText(node.name, box, 'label')];
    case 'callActivity':
      return [rect(box, 'call', 10), ...(node.each ? [manySign(box)] : []), middleText(node.name, box, 'label')];
    case 'subProcess':
      return [rect(box, 'group', 12), groupTitle(node, box)];
    case 'eventSubProcess':
      return [rect(box, 'group beside', 12), groupTitle(node, box)];
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'eventGateway':
      return [diamond(box), ...gatewaySign(node, box), ...below(node, box)];
    case 'start':
      return [circle(box, 'start'), ...(node.trigger ? [triggerSign(node.trigger, box)] : []), ...below(node, box)];
    case 'end':
      return [circle(box, 'end'), ...below(node, box)];
    case 'leave':
      return [circle(box, 'end'), ...(node.trigger ? [triggerSign(node.trigger, box)] : []), ...below(node, box)];
    case 'catch':
      return [...(node.trigger ? doubleCircle(box, node.trigger) : []), ...below(node, box)];
  }
}

function rect({ x, y, width, height }: Box, className: string, rx: number): XmlElement {
  return element('rect', { class: className, x, y, width, height, rx });
}

function groupTitle({ name }: FlowNode, { x, y }: Box): XmlElement {
  return element('text', { class: 'group-title', x: x + 14, y: y + 22 }, [name]);
}

function person({ x, y }: Box): XmlElement {
  const at = { cx: x + 13, cy: y + 11 };
  const body = `M${x + 7} ${y + 21} a6 6 0 0 1 12 0 Z`;
  return element('g', { class: 'sign' }, [element('circle', { ...at, r: 3.2 }), element('path', { d: body })]);
}

/** Three strokes: many at once. */
function manySign({ x, y, width, height }: Box): XmlElement {
  const at = x + width / 2;
  const strokes = [-5, 0, 5].map((shift) => `M${at + shift} ${y + height - 15} v10`).join(' ');
  return element('path', { class: 'sign', d: strokes });
}

function middle({ x, y, width, height }: Box): { readonly cx: number; readonly cy: number } {
  return { cx: x + width / 2, cy: y + height / 2 };
}

function circle(box: Box, className: string, dash?: string): XmlElement {
  return element('circle', { class: className, ...middle(box), r: box.width / 2, 'stroke-dasharray': dash });
}

function doubleCircle(box: Box, trigger: FlowTrigger, dash?: string): readonly XmlElement[] {
  const ring = { class: 'ring', ...middle(box), r: box.width / 2 - 3, 'stroke-dasharray': dash };
  return [circle(box, 'event', dash), element('circle', ring), triggerSign(trigger, box)];
}

function diamond(box: Box): XmlElement {
  const { cx, cy } = middle(box);
  const r = box.width / 2;
  return element('path', {
    class: 'gateway',
    d: `M${cx} ${cy - r} L${cx + r} ${cy} L${cx} ${cy + r} L${cx - r} ${cy} Z`,
  });
}

function gatewaySign({ kind }: FlowNode, box: Box): readonly XmlElement[] {
  const { cx, cy } = middle(box);
  if (kind === 'eventGateway') {
    return [element('circle', { class: 'ring', cx, cy, r: 11 }), element('circle', { class: 'ring', cx, cy, r: 8 })];
  }
  const r = kind === 'parallelGateway' ? 9 : 6;
  const cross = `M${cx - r} ${cy - r} L${cx + r} ${cy + r} M${cx + r} ${cy - r} L${cx - r} ${cy + r}`;
  const plus = `M${cx - r} ${cy} L${cx + r} ${cy} M${cx} ${cy - r} L${cx} ${cy + r}`;
  return [element('path', { class: 'gateway-sign', d: kind === 'parallelGateway' ? plus : cross })];
}

/** The name of a small shape stands below it. */
function below({ name }: FlowNode, box: Box): readonly XmlElement[] {
  if (name === '') return [];
  const size = labelSize(name, LABEL_WIDTH);
  const { cx } = middle(box);
  return [labelText(name, { ...size, x: cx - size.width / 2, y: box.y + box.height + LINE_HEIGHT / 8 })];
}
