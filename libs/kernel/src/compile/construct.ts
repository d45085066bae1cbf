import type { StateSpec } from '../definition/language.js';
import type { CompileContext } from './compile-context.js';
import type { NodeConfig } from './machine-config.js';

/** One word of the process language: adds what it means to the XState configuration of a state. */
export interface Construct {
  /** Key of the language that the construct gives a meaning to. */
  readonly keyword: string;
  readonly compile: (state: StateSpec, node: NodeConfig, context: CompileContext) => void;
}
