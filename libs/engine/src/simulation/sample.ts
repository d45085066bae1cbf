import { addPlainDays, type PlainDate } from '#libs/calendar';
import type { Json, JsonObject } from '#libs/kernel';
import type { Random, Weights } from './random.js';

/** What a declared sample may depend on. */
export interface SampleScope {
  readonly random: Random;
  readonly today: PlainDate;
  /** How often the event was taken in the instance. */
  count(event: string): number;
  /** A variable or parameter of the instance. */
  value(name: string): Json;
}

/** Draws that were made for an instance: a record that guards read does not change by being read. */
export type Draws = Map<string, Json>;

type Rule = (spec: JsonObject, scope: SampleScope, draw: Draw) => Json;
type Draw = (part: string, make: () => Json) => Json;

/** One word of config/simulation.yaml each; an object with none of them is a value with samples inside. */
const RULES: { readonly [word: string]: Rule } = {
  $oneOf: (spec, { random }, draw) => draw('oneOf', () => asValue(random.pick(weightsIn(spec['$oneOf'])))),
  $between: (spec, { random }, draw) => draw('between', () => random.between(...rangeIn(spec['$between']))),
  $days: (spec, scope, draw) =>
    draw('days', () => addPlainDays(scope.today, scope.random.between(...rangeIn(spec['$days'])))),
  $count: (spec, scope) => scope.count(textIn(spec['$count'])),
  $percent: (spec, scope, draw) => {
    const percent = draw('percent', () => scope.random.between(...rangeIn(spec['$percent'])));
    const whole = scope.value(textIn(spec['of']));
    return typeof whole === 'number' ? Math.round((whole * Number(percent)) / 100) : 0;
  },
};

/** A value of a declared sample. With `draws` the same parts give the same values again. */
export function sampled(spec: Json, scope: SampleScope, draws: Draws = new Map(), path = ''): Json {
  if (Array.isArray(spec)) {
    return (spec as readonly Json[]).map((item, index) => sampled(item, scope, draws, `${path}/${index}`));
  }
  if (!isObject(spec)) return spec;
  if (spec['$list'] !== undefined) return sampledList(spec, scope, draws, path);
  const rule = Object.keys(RULES).find((word) => word in spec);
  if (rule !== undefined) return RULES[rule]?.(spec, scope, drawing(draws, path)) ?? null;
  return Object.fromEntries(
    Object.entries(spec).map(([name, item]) => [name, sampled(item, scope, draws, `${path}/${name}`)]),
  );
}

function sampledList(spec: JsonObject, scope: SampleScope, draws: Draws, path: string): Json {
  const length = Number(sampled(spec['$list'] ?? 0, scope, draws, `${path}/list`));
  return Array.from({ length }, (_, index) => sampled(spec['of'] ?? null, scope, draws, `${path}/${index}`));
}

function drawing(draws: Draws, path: string): Draw {
  return (part, make) => {
    const key = `${path}/${part}`;
    const known = draws.get(key);
    if (known !== undefined) return known;
    const made = make();
    draws.set(key, made);
    return made;
  };
}

function asValue(word: string | undefined): Json {
  if (word === undefined) return null;
  if (word === 'true' || word === 'false') return word === 'true';
  return /^-?\d+$/.test(word) ? Number(word) : word;
}

export function weightsIn(value: Json | undefined): Weights {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, weight]) => [name, Number(weight)]));
}

export function rangeIn(value: Json | undefined): [number, number] {
  const [least, most] = Array.isArray(value) ? (value as readonly Json[]) : [value, value];
  return [Number(least), Number(most ?? least)];
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
