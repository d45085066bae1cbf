import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DefinitionIndex } from '../definition/definition-index.js';
import type { ProcessDefinition } from '../definition/language.js';
import { parseProcess } from '../definition/parse-process.js';
import { Exploration } from '../gate/explore/exploration.js';
import { Choices } from './choices.js';
import { randomDefinition } from './random-definition.js';
import { RandomWalk } from './random-walk.js';
import { ReferenceInterpreter } from './reference-interpreter.js';

const NO_INPUTS: ReadonlySet<string> = new Set();
const LIMITS = { situations: 3_000, work: 30_000 };

describe('the exploration of the gate', () => {
  it('comes to every state and takes every transition that a walk of the reference does', () => {
    let conclusive = 0;
    fc.assert(
      fc.property(numbers(150), numbers(300), (shape, path) => {
        const definition = definitionOf(shape);
        const exploration = new Exploration(new DefinitionIndex(definition), { inputs: NO_INPUTS, limits: LIMITS });
        if (!exploration.isComplete) return;
        conclusive += 1;
        const strangers = walked(definition, new Choices(path)).filter((state) => !exploration.entered.has(state));
        expect(strangers).toEqual([]);
      }),
      { numRuns: 200, interruptAfterTimeLimit: 15_000 },
    );
    expect(conclusive).toBeGreaterThan(20);
  }, 40_000);
});

/** Every state that a random walk of the reference interpreter enters; going back by hand is no part of a definition. */
function walked(definition: ProcessDefinition, choices: Choices): readonly string[] {
  const reference = new ReferenceInterpreter(definition);
  const walk = new RandomWalk(choices, definition);
  const entered = new Set<string>();
  const note = (): void => {
    for (const effect of reference.effects) if (effect.kind === 'enter') entered.add(effect.state);
  };
  if (reference.step({ kind: 'start', input: {} }, walk.facts()).ok) note();
  for (let count = 0; count < 60 && reference.status === 'active'; count += 1) {
    const event = walk.next([...reference.armed].sort(), reference.activeLeaves);
    if (event.kind !== 'goto' && reference.step(event, walk.facts()).ok) note();
  }
  return [...entered].filter((state) => state !== '');
}

function definitionOf(shape: readonly number[]): ProcessDefinition {
  const result = parseProcess(randomDefinition(new Choices(shape)), 'random.yaml');
  if (!result.ok) throw new TypeError(JSON.stringify(result.problems));
  return result.value;
}

function numbers(length: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat(99_999), { minLength: 0, maxLength: length, size: 'max' });
}
