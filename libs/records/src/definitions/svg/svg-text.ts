import { LABEL_WIDTH } from '../layout/elk-graph.js';
import type { Box } from '../layout/placed-flow.js';
import { LINE_HEIGHT, textLines } from '../layout/text-lines.js';
import { element, type XmlElement } from '../xml/xml-element.js';

/** Lines around the middle of a box. */
export function middleText(text: string, box: Box, className: string): XmlElement {
  const lines = textLines(text, box.width - 10, 3);
  const first = box.y + box.height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2 + 4;
  return linesAt(lines, { x: box.x + box.width / 2, y: first }, { class: className, 'text-anchor': 'middle' });
}

/** A label in the room that the layout left for it. */
export function labelText(text: string, box: Box): XmlElement {
  const lines = textLines(text, LABEL_WIDTH, 3);
  const at = { x: box.x + box.width / 2, y: box.y + LINE_HEIGHT - 4 };
  return linesAt(lines, at, { class: 'label halo', 'text-anchor': 'middle' });
}

function linesAt(
  lines: readonly string[],
  { x, y }: { readonly x: number; readonly y: number },
  attributes: XmlElement['attributes'],
): XmlElement {
  const [only] = lines;
  if (lines.length === 1) return element('text', { ...attributes, x, y }, [only ?? '']);
  const spans = lines.map((line, index) => element('tspan', { x, y: y + index * LINE_HEIGHT }, [line]));
  return element('text', attributes, spans);
}
