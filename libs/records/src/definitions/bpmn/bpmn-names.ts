/** Namespaces of BPMN 2.0 and of what we add to it. */
export const NAMESPACES = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:sanshe': 'urn:sanshe:process:1',
};

/** Guards, deadlines and called processes are FEEL. */
export const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

export function processElementId(process: string): string {
  return process.replace(/[^A-Za-z0-9_-]/g, '_');
}

export function messageId(event: string): string {
  return `message-${event}`;
}

export function errorId(code: string): string {
  return `error-${code}`;
}
