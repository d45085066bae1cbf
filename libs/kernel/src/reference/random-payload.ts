import { expressionsOf, transitionsOf } from '../definition/definition-index.js';
import type { Json, JsonObject, ProcessDefinition, StateSpec, ValueType } from '../definition/language.js';
import { analyseExpression } from '../expressions/analyse-expression.js';
import { isJsonObject } from '../values/value-type.js';
import type { Choices } from './choices.js';

type Sample = (choices: Choices) => Json;

const SAMPLES: { readonly [type in ValueType]: Sample } = {
  boolean: (choices) => choices.chance(50),
  integer: (choices) => choices.below(6),
  money: (choices) => choices.below(6) * 1_000_000,
  string: (choices) => choices.oneOf(['甲', '乙', '']),
  date: (choices) => choices.oneOf(['2026-03-31', '2026-12-01']),
  duration: (choices) => choices.oneOf(['P1D', 'P10WD']),
  list: (choices) => choices.list(2, (index) => index),
  object: () => ({}),
};
const ANY: Sample = (choices) =>
  SAMPLES[choices.oneOf<ValueType>(['boolean', 'boolean', 'integer', 'string'])](choices);

/** Makes values for everything that the expressions of a definition read from outside. */
export class RandomPayload {
  /** What to give for each path under `command.payload` and the views. */
  private readonly samples = new Map<string, Sample>();

  constructor(private readonly definition: ProcessDefinition) {
    const states = statesOf(definition.root);
    for (const text of states.flatMap(expressionsOf).map((placed) => placed.text)) this.note(text, ANY);
    for (const { transition } of states.flatMap(transitionsOf)) {
      for (const [name, text] of Object.entries(transition.assign))
        this.note(text, SAMPLES[definition.variables[name]?.type ?? 'integer']);
    }
  }

  payload(choices: Choices): JsonObject {
    const made = this.under('command.payload', choices);
    return { amount: choices.below(10), ...(isJsonObject(made) ? made : {}) };
  }

  views(choices: Choices): { readonly [name: string]: Json } {
    return Object.fromEntries(
      Object.keys(this.definition.views).map((name) => [
        name,
        this.under(name, choices) ?? { count: choices.below(3) },
      ]),
    );
  }

  private under(prefix: string, choices: Choices): Json | undefined {
    const made: { [name: string]: Json } = {};
    for (const [path, sample] of this.samples) {
      if (path === prefix) return sample(choices);
      if (path.startsWith(`${prefix}.`)) put(made, path.slice(prefix.length + 1).split('.'), sample(choices));
    }
    return Object.keys(made).length === 0 ? undefined : made;
  }

  private note(text: string, sample: Sample): void {
    const readings = analyseExpression(text, new Set()).readings.filter(
      (reading) => !reading.isCalled && reading.path.length > 1,
    );
    for (const { path } of readings) {
      const isWhole = path.join('.') === text.trim();
      if (isWhole || !this.samples.has(path.join('.'))) this.samples.set(path.join('.'), isWhole ? sample : ANY);
    }
  }
}

function put(object: { [name: string]: Json }, path: readonly string[], value: Json): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) {
    object[name] = value;
    return;
  }
  const inner = object[name];
  const copy: { [name: string]: Json } = isJsonObject(inner ?? null) ? { ...(inner as JsonObject) } : {};
  put(copy, rest, value);
  object[name] = copy;
}

function statesOf(state: StateSpec): readonly StateSpec[] {
  return [state, ...Object.values(state.states).flatMap(statesOf)];
}
