import type { CompiledProcess } from '#libs/kernel';
import { buildFlow } from '../flow/build-flow.js';
import { layOut } from '../layout/lay-out.js';
import type { PlacedFlow } from '../layout/placed-flow.js';
import { element, type XmlElement, xmlDocument } from '../xml/xml-element.js';
import { boundaryShape, nodeShape } from './svg-shapes.js';
import { linkShape } from './svg-links.js';
import { STYLE } from './svg-style.js';

const HEADER = 44;

/** A picture of a definition in the signs of BPMN with Chinese titles; needs no browser and no font of its own. */
export async function toSvg({ definition }: Pick<CompiledProcess, 'definition'>): Promise<string> {
  return xmlDocument(picture(await layOut(buildFlow(definition))));
}

function picture(placed: PlacedFlow): XmlElement {
  const { definition } = placed.flow;
  const { width } = placed.size;
  const height = placed.size.height + HEADER;
  const title = `${definition.title.zh}(${definition.process} 第 ${definition.version} 版)`;
  const view = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' };
  return element('svg', view, [
    element('title', {}, [title]),
    element('style', {}, [STYLE]),
    element('defs', {}, [arrow()]),
    element('rect', { class: 'paper', width, height }),
    element('text', { class: 'heading', x: 24, y: 32 }, [title]),
    element('g', { transform: `translate(0 ${HEADER})` }, [
      ...placed.nodes.map(nodeShape),
      ...placed.links.map((link) => linkShape(link, placed)),
      ...placed.boundaries.map(boundaryShape),
    ]),
  ]);
}

function arrow(): XmlElement {
  const marker = {
    id: 'arrow',
    viewBox: '0 0 10 10',
    refX: 9,
    refY: 5,
    markerWidth: 8,
    markerHeight: 8,
    orient: 'auto',
  };
  return element('marker', marker, [element('path', { class: 'tip', d: 'M0 1 L10 5 L0 9 Z' })]);
}
