import type {
  BoundaryEvent,
  EachCall,
  FlowChange,
  FlowNode,
  FlowNodeKind,
  FlowScope,
  SequenceFlow,
} from '../flow/process-flow.js';
import { element, type XmlElement } from '../xml/xml-element.js';
import { eventDefinition, feel } from './bpmn-events.js';
import { processElementId } from './bpmn-names.js';

const ELEMENTS: { readonly [kind in FlowNodeKind]: string } = {
  start: 'bpmn:startEvent',
  end: 'bpmn:endEvent',
  leave: 'bpmn:endEvent',
  catch: 'bpmn:intermediateCatchEvent',
  userTask: 'bpmn:userTask',
  serviceTask: 'bpmn:serviceTask',
  callActivity: 'bpmn:callActivity',
  subProcess: 'bpmn:subProcess',
  eventSubProcess: 'bpmn:subProcess',
  exclusiveGateway: 'bpmn:exclusiveGateway',
  parallelGateway: 'bpmn:parallelGateway',
  eventGateway: 'bpmn:eventBasedGateway',
};

/** The elements of a scope: nodes with their boundary events, then flows. */
export function scopeElements(scope: FlowScope): readonly XmlElement[] {
  return [
    ...scope.nodes.flatMap((node) => [
      nodeElement(node, scope),
      ...node.boundary.map((event) => boundaryElement(event, node, scope)),
    ]),
    ...scope.flows.map(flowElement),
  ];
}

function nodeElement(node: FlowNode, scope: FlowScope): XmlElement {
  const attributes = {
    id: node.id,
    name: node.name || undefined,
    default: scope.flows.find(({ from, isDefault }) => from === node.id && isDefault)?.id,
    ...ownAttributes(node),
  };
  return element(ELEMENTS[node.kind], attributes, [
    ...node.documentation.map((text) => element('bpmn:documentation', {}, [text])),
    ...references(node.id, scope),
    ...(node.each ? [manyTimes(node.each)] : []),
    ...(node.trigger ? [eventDefinition(node.trigger, node.id)] : []),
    ...(node.inner ? scopeElements(node.inner) : []),
  ]);
}

/** The list itself has no place in BPMN without data objects: it stands in the documentation of the call. */
function manyTimes({ completeWhen }: EachCall): XmlElement {
  const until = completeWhen === undefined ? [] : [feel('bpmn:completionCondition', completeWhen)];
  return element('bpmn:multiInstanceLoopCharacteristics', {}, until);
}

function ownAttributes({ kind, calls, interrupting }: FlowNode): XmlElement['attributes'] {
  switch (kind) {
    case 'callActivity':
      return { calledElement: calledElement(calls ?? '') };
    case 'eventSubProcess':
      return { triggeredByEvent: 'true' };
    case 'start':
      return interrupting === false ? { isInterrupting: 'false' } : {};
    default:
      return {};
  }
}

/** BPMN takes an id only; a process chosen by an expression keeps the expression. */
function calledElement(process: string): string {
  return process.startsWith('=') ? process : processElementId(process);
}

function boundaryElement(event: BoundaryEvent, host: FlowNode, scope: FlowScope): XmlElement {
  const { id, name, interrupting, trigger, change } = event;
  const attributes = {
    id,
    name: name || undefined,
    attachedToRef: host.id,
    cancelActivity: interrupting ? undefined : 'false',
  };
  return element('bpmn:boundaryEvent', attributes, [
    ...extension(change),
    ...references(id, scope),
    eventDefinition(trigger, id),
  ]);
}

function references(id: string, scope: FlowScope): readonly XmlElement[] {
  const incoming = scope.flows.filter(({ to }) => to === id).map((flow) => element('bpmn:incoming', {}, [flow.id]));
  const outgoing = scope.flows.filter(({ from }) => from === id).map((flow) => element('bpmn:outgoing', {}, [flow.id]));
  return [...incoming, ...outgoing];
}

function flowElement({ id, name, from, to, condition, change }: SequenceFlow): XmlElement {
  return element('bpmn:sequenceFlow', { id, name: name || undefined, sourceRef: from, targetRef: to }, [
    ...extension(change),
    ...(condition === undefined ? [] : [feel('bpmn:conditionExpression', condition)]),
  ]);
}

/** What else a transition does, in our own namespace. */
function extension(change: FlowChange | undefined): readonly XmlElement[] {
  if (change === undefined) return [];
  const assign = Object.entries(change.assign).map(([variable, expression]) =>
    element('sanshe:assign', { variable, expression }),
  );
  const effects = change.effects.map(({ effect, with: input }) =>
    element('sanshe:effect', { name: effect, input: JSON.stringify(input) }),
  );
  return [element('bpmn:extensionElements', {}, [...assign, ...effects])];
}
