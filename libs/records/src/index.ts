export { type BpmnExport, toBpmn } from './definitions/bpmn/to-bpmn.js';
export type { BpmnReport, OutsideGroup } from './definitions/bpmn/bpmn-report.js';
export { toMermaid } from './definitions/mermaid/to-mermaid.js';
export { toSvg } from './definitions/svg/to-svg.js';
export { toXStateJson } from './definitions/xstate/to-xstate-json.js';
export type { XStateMachineJson, XStateNode } from './definitions/xstate/xstate-json.js';
