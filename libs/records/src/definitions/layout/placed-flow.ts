import type { BoundaryEvent, FlowNode, ProcessFlow, SequenceFlow } from '../flow/process-flow.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In pixels, from the top left corner of the diagram. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode {
  readonly node: FlowNode;
  readonly box: Box;
}

export interface PlacedBoundary {
  readonly event: BoundaryEvent;
  readonly box: Box;
  readonly label: Box | null;
}

export interface PlacedLink {
  readonly flow: SequenceFlow;
  readonly points: readonly Point[];
  readonly label: Box | null;
}

/** A flow with a place for everything; groups stand before what they hold. */
export interface PlacedFlow {
  readonly flow: ProcessFlow;
  readonly nodes: readonly PlacedNode[];
  readonly boundaries: readonly PlacedBoundary[];
  readonly links: readonly PlacedLink[];
  readonly size: { readonly width: number; readonly height: number };
}
