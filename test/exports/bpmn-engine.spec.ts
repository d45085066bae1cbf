import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CompiledProcess } from '#libs/kernel';
import { toBpmn } from '#libs/records';
import { CONSTRUCTS, constructSource } from './constructs.js';
import { compiled, shippedDefinitions } from './shipped-definitions.js';
import { TwinWalk } from './walk.js';

const WALKED: readonly (readonly [string, CompiledProcess])[] = [
  ...shippedDefinitions().map((process) => [process.definition.process, process] as const),
  ...Object.keys(CONSTRUCTS).map((name) => [name, compiled(constructSource(name))] as const),
];
const RUNS = 6;
const STEPS = 40;

describe('a BPMN engine takes the path of the kernel', () => {
  it.each(WALKED)(
    '%s',
    async (_id, process) => {
      const { xml } = await toBpmn(process);
      const walked = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(1_000), { minLength: STEPS * 12, maxLength: STEPS * 12 }), async (numbers) => {
          const walk = await TwinWalk.start(process, xml, drawing(numbers));
          expect(walk.places.bpmn).toEqual(walk.places.kernel);
          for (let count = 0; count < STEPS && !walk.isDone; count += 1) {
            walk.step();
            expect([walk.steps, walk.places.bpmn]).toEqual([walk.steps, walk.places.kernel]);
            expect(walk.variables.bpmn).toEqual(walk.variables.kernel);
            for (const place of walk.places.kernel) walked.add(place);
          }
        }),
        // A failing run names its steps; making it shorter would run the engine a hundred times more.
        { numRuns: RUNS, endOnFailure: true },
      );
      expect(walked.size).toBeGreaterThan(0);
    },
    120_000,
  );
});

/** The numbers one after the other, and from the beginning again. */
function drawing(numbers: readonly number[]): () => number {
  let at = 0;
  return () => numbers[at++ % numbers.length] ?? 0;
}
