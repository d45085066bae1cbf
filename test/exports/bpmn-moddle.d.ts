/** What the tests use of bpmn-moddle, which brings no types for its entry point. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    readonly id: string;
    readonly bpmnElement: ModdleElement;
    readonly bounds?: { readonly x: number; readonly y: number };
    readonly cancelActivity?: boolean;
    readonly rootElements?: readonly ModdleElement[];
    readonly flowElements?: readonly ModdleElement[];
    readonly diagrams?: readonly { readonly plane: { readonly planeElement: readonly ModdleElement[] } }[];
    readonly extensionElements?: {
      readonly values: readonly { readonly $type: string; readonly variable: string; readonly expression: string }[];
    };
  }

  export interface ModdleResult {
    readonly rootElement: ModdleElement;
    readonly warnings: readonly unknown[];
    readonly elementsById: { readonly [id: string]: ModdleElement };
  }

  export class BpmnModdle {
    fromXML(xml: string): Promise<ModdleResult>;
    toXML(element: ModdleElement, options?: { readonly format: boolean }): Promise<{ readonly xml: string }>;
  }
}
