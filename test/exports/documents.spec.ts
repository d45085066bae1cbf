import { describe, expect, it } from '@jest/globals';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { toBpmn, toMermaid, toSvg } from '#libs/records';
import { CONSTRUCTS, constructSource } from './constructs.js';
import { compiled, shippedDefinitions } from './shipped-definitions.js';

const ALL = [
  ...shippedDefinitions().map((process) => [process.definition.process, process] as const),
  ...Object.keys(CONSTRUCTS).map((name) => [name, compiled(constructSource(name))] as const),
];

describe.each(ALL)('%s', (_name, process) => {
  it('goes through bpmn-moddle and back without a warning', async () => {
    const moddle = new BpmnModdle();
    const first = await moddle.fromXML((await toBpmn(process)).xml);
    expect(first.warnings).toEqual([]);
    const { xml } = await moddle.toXML(first.rootElement, { format: true });
    const second = await new BpmnModdle().fromXML(xml);
    expect(second.warnings).toEqual([]);
    expect(Object.keys(second.elementsById).sort()).toEqual(Object.keys(first.elementsById).sort());
  });

  it('has a shape or a line for every element', async () => {
    const { rootElement } = await new BpmnModdle().fromXML((await toBpmn(process)).xml);
    const model = rootElement.rootElements?.find(({ $type }) => $type === 'bpmn:Process');
    const drawn = rootElement.diagrams?.[0]?.plane.planeElement ?? [];
    expect(drawn.map(({ bpmnElement }) => bpmnElement.id).sort()).toEqual([...idsBelow(model)].sort());
    for (const { bounds } of drawn) if (bounds) expect(bounds.x >= 0 && bounds.y >= 0).toBe(true);
  });

  it('gives the same picture each time, and no flow without both ends', async () => {
    const [first, second] = [await toSvg(process), await toSvg(process)];
    expect(first).toBe(second);
    expect(first).toContain(process.definition.title.zh);
    expect(first).not.toMatch(/undefined|NaN/);
  });

  it('has every state in the Mermaid diagram', () => {
    const mermaid = toMermaid(process);
    for (const [path, { kind }] of process.states)
      if (path !== '' && kind !== 'history') expect(mermaid).toContain(`as s_${path.replaceAll('.', '_')}`);
  });
});

function idsBelow(element: ModdleElement | undefined): readonly string[] {
  return element?.flowElements?.flatMap((child) => [child.id, ...idsBelow(child)]) ?? [];
}
