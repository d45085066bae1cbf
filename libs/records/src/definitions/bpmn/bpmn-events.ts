import type { FlowNode, FlowScope, FlowTrigger } from '../flow/process-flow.js';
import { element, type XmlElement } from '../xml/xml-element.js';
import { errorId, FEEL, messageId } from './bpmn-names.js';

/** The event definition inside of an event. */
export function eventDefinition(trigger: FlowTrigger, ownerId: string): XmlElement {
  const id = `${ownerId}-trigger`;
  switch (trigger.kind) {
    case 'timer': {
      const name = trigger.isDate ? 'bpmn:timeDate' : 'bpmn:timeDuration';
      return element('bpmn:timerEventDefinition', { id }, [feel(name, trigger.deadline)]);
    }
    case 'message':
      return element('bpmn:messageEventDefinition', { id, messageRef: messageId(trigger.event) });
    case 'error':
      return element('bpmn:errorEventDefinition', { id, errorRef: errorId(trigger.code) });
    case 'condition':
      return element('bpmn:conditionalEventDefinition', { id }, [feel('bpmn:condition', trigger.expression)]);
  }
}

/** An expression of the definition, named as FEEL. */
export function feel(name: string, expression: string): XmlElement {
  return element(name, { 'xsi:type': 'bpmn:tFormalExpression', language: FEEL }, [expression]);
}

/** Messages and errors stand once beside the process. */
export function rootElements(scope: FlowScope): readonly XmlElement[] {
  const found = new Map<string, XmlElement>();
  for (const trigger of nodesBelow(scope).flatMap(triggersOf)) {
    if (trigger.kind === 'message')
      found.set(
        messageId(trigger.event),
        element('bpmn:message', { id: messageId(trigger.event), name: trigger.event }),
      );
    if (trigger.kind === 'error') {
      const { code } = trigger;
      found.set(errorId(code), element('bpmn:error', { id: errorId(code), name: code, errorCode: code }));
    }
  }
  return [...found.values()];
}

function nodesBelow(scope: FlowScope): readonly FlowNode[] {
  return scope.nodes.flatMap((node) => [node, ...(node.inner ? nodesBelow(node.inner) : [])]);
}

function triggersOf({ trigger, boundary }: FlowNode): readonly FlowTrigger[] {
  return [...(trigger ? [trigger] : []), ...boundary.map((event) => event.trigger)];
}
