import type { FlowTrigger } from '../flow/process-flow.js';
import type { Box } from '../layout/placed-flow.js';
import { element, type XmlElement } from '../xml/xml-element.js';

/** The sign inside of an event: clock, letter, lightning or list. */
export function triggerSign({ kind }: FlowTrigger, { x, y, width, height }: Box): XmlElement {
  const at = `translate(${x + width / 2} ${y + height / 2})`;
  return element('g', { class: 'sign', transform: at }, SIGNS[kind]);
}

const path = (d: string): XmlElement => element('path', { d });

const SIGNS: { readonly [kind in FlowTrigger['kind']]: readonly XmlElement[] } = {
  timer: [element('circle', { r: 9 }), path('M0 -6 L0 0 L4.5 2.5')],
  message: [path('M-8 -5.5 H8 V5.5 H-8 Z M-8 -5.5 L0 1 L8 -5.5')],
  error: [path('M-7 7 L-3 -6 L2.5 2 L7 -7 L3.5 6 L-2.5 -1.5 Z')],
  condition: [path('M-6 -8 H6 V8 H-6 Z M-3.5 -4.5 H3.5 M-3.5 -1.5 H3.5 M-3.5 1.5 H3.5 M-3.5 4.5 H3.5')],
};
