export { Choices } from './reference/choices.js';
export { type Recorded, replay, type Walk, walkBoth } from './reference/compare.js';
export { randomDefinition } from './reference/random-definition.js';
export { ReferenceInterpreter } from './reference/reference-interpreter.js';
