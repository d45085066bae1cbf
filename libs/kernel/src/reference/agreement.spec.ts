import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileProcess } from '../compile/compile-process.js';
import type { Json, ProcessDefinition } from '../definition/language.js';
import { parseProcess } from '../definition/parse-process.js';
import type { Snapshot } from '../step/step.types.js';
import { isJsonObject } from '../values/value-type.js';
import { Choices } from './choices.js';
import { replay, type Walk, walkBoth } from './compare.js';
import { randomDefinition } from './random-definition.js';
import { randomTables, tableOf } from './random-tables.js';

const WALK_LENGTH = 25;
/** Shrinking a failure stops here too; the seed is printed then as well. */
const TIME_LIMIT = 20_000;
const WORKFLOWS = new URL('../../../../workflows/', import.meta.url);

const DECISIONS = new URL('../../../../config/decisions/', import.meta.url);
const TABLES = randomTables();
const SHIPPED_TABLES = new Map(
  readdirSync(DECISIONS).map((file) => tableOf(readFileSync(new URL(file, DECISIONS), 'utf8'), file)),
);

describe('the kernel and the reference interpreter', () => {
  it('agree over random definitions and random walks, and replay to the identical snapshot', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(numbers(400), numbers(200), (shape, path) => {
        const definition = parsed(randomDefinition(new Choices(shape)), 'random.yaml');
        const walk = walkBoth(definition, new Choices(path), WALK_LENGTH, TABLES);
        for (const [outcome, count] of Object.entries(walk.outcomes))
          seen.set(outcome, (seen.get(outcome) ?? 0) + count);
        expectReplay(definition, walk, TABLES);
      }),
      { numRuns: 250, interruptAfterTimeLimit: TIME_LIMIT },
    );
    for (const outcome of ['ok', 'not-accepted', 'guard-refused', 'guard-null', 'unknown-event']) {
      expect([outcome, seen.get(outcome) ?? 0]).toEqual([outcome, expect.any(Number)]);
      expect(seen.get(outcome) ?? 0).toBeGreaterThan(0);
    }
  }, 90_000);

  it.each(shippedDefinitions())(
    'agree over random walks of workflows/%s',
    (file) => {
      const definition = parsed(readFileSync(new URL(file, WORKFLOWS), 'utf8'), file);
      let taken = 0;
      fc.assert(
        fc.property(numbers(400), (path) => {
          const walk = walkBoth(definition, new Choices(path), 60, SHIPPED_TABLES);
          taken += walk.outcomes['ok'] ?? 0;
          expectReplay(definition, walk, SHIPPED_TABLES);
        }),
        { numRuns: 40, interruptAfterTimeLimit: TIME_LIMIT / 2 },
      );
      expect(taken).toBeGreaterThan(0);
    },
    60_000,
  );
});

function numbers(length: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat(99_999), { minLength: 0, maxLength: length, size: 'max' });
}

function shippedDefinitions(): readonly string[] {
  return readdirSync(WORKFLOWS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !file.startsWith('forms'))
    .sort();
}

function parsed(source: string, file: string): ProcessDefinition {
  const result = parseProcess(source, file);
  if (!result.ok) throw new TypeError(`${JSON.stringify(result.problems, null, 1)}\n${source}`);
  return result.value;
}

function expectReplay(definition: ProcessDefinition, walk: Walk, tables: typeof TABLES): void {
  const compiled = compileProcess(definition, tables);
  if (!compiled.ok) throw new TypeError('the definition does not compile');
  const again = replay(compiled.value, walk.recorded, throughDatabase);
  expect(JSON.stringify(canonical(again))).toBe(JSON.stringify(canonical(walk.snapshot)));
}

/** A database stores JSON as text or binary, and the binary one keeps keys in an order of its own. */
function throughDatabase(snapshot: Snapshot): Snapshot {
  const stored: unknown = JSON.parse(JSON.stringify(rearranged(snapshot, (entries) => entries.reverse())));
  return isJsonObject(stored) ? stored : {};
}

function canonical(value: Json): Json {
  return rearranged(value, (entries) => entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Entries = (readonly [string, Json])[];

function rearranged(value: Json, order: (entries: Entries) => Entries): Json {
  if (Array.isArray(value)) return value.map((item) => rearranged(item, order));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(order(Object.entries(value)).map(([key, item]) => [key, rearranged(item, order)]));
}
