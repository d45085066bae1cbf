import type { CompiledProcess } from '#libs/kernel';
import { buildFlow } from '../flow/build-flow.js';
import { layOut } from '../layout/lay-out.js';
import type { PlacedFlow } from '../layout/placed-flow.js';
import { element, type XmlElement, xmlDocument } from '../xml/xml-element.js';
import { diagramElement } from './bpmn-diagram.js';
import { scopeElements } from './bpmn-elements.js';
import { rootElements } from './bpmn-events.js';
import { FEEL, NAMESPACES, processElementId } from './bpmn-names.js';
import { type BpmnReport, bpmnReport, groupText } from './bpmn-report.js';

export interface BpmnExport {
  readonly xml: string;
  readonly report: BpmnReport;
}

/** A definition as BPMN 2.0 with its diagram, and by name what BPMN does not say of it. */
export async function toBpmn({ definition }: Pick<CompiledProcess, 'definition'>): Promise<BpmnExport> {
  const flow = buildFlow(definition);
  const report = bpmnReport(flow);
  return { xml: xmlDocument(definitionsElement(await layOut(flow), report)), report };
}

function definitionsElement(placed: PlacedFlow, report: BpmnReport): XmlElement {
  const { definition, root } = placed.flow;
  const id = processElementId(definition.process);
  const attributes = {
    ...NAMESPACES,
    id: `${id}-definitions`,
    targetNamespace: NAMESPACES['xmlns:sanshe'],
    expressionLanguage: FEEL,
    exporter: 'sanshe',
    exporterVersion: String(definition.version),
  };
  const documentation = [
    `${definition.process} 第 ${definition.version} 版`,
    ...(definition.law.length > 0 ? [`依据:${definition.law.join('、')}`] : []),
    ...report.outside.map((group) => `BPMN 之外 ${groupText(group)}`),
  ];
  return element('bpmn:definitions', attributes, [
    ...rootElements(root),
    element('bpmn:process', { id, name: definition.title.zh, isExecutable: 'true' }, [
      ...documentation.map((text) => element('bpmn:documentation', {}, [text])),
      ...scopeElements(root),
    ]),
    diagramElement(placed, id),
  ]);
}
