import { addPlainDays } from '#libs/calendar';
import type { CompiledForm, Json, JsonObject } from '#libs/kernel';
import { isObject, sampled, type SampleScope } from './sample.js';
import type { SimulationModel } from './simulation.model.js';
import { creditCode, idNumber, textMatching, textOf } from './text.maker.js';

/** Draws until a payload keeps the conditions between its fields (`if`, `not`). */
const MOST_TRIES = 12;
const OPTIONAL_SHARE = 0.3;
const MANY = 1_000_000;
/** Amounts between a thousand and half a million yuan, in fen. */
const MONEY = [100_000, 50_000_000] as const;

interface Place {
  readonly form: string;
  readonly scope: SampleScope;
  /** Every optional field is filled, too: conditions may ask for them. */
  readonly isFull: boolean;
}

/** Fills forms: what their JSON Schema says, and where config/simulation.yaml has a sample, that. */
export class PayloadMaker {
  constructor(private readonly model: SimulationModel) {}

  /** A payload that the form accepts, or null where none was found. */
  fill(form: CompiledForm, scope: SampleScope): JsonObject | null {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const payload = this.value(form.schema, { form: form.name, scope, isFull: tries > 0 });
      if (isObject(payload) && form.validate(payload).length === 0) return payload;
    }
    return null;
  }

  private value(schema: JsonObject, place: Place): Json {
    const { random } = place.scope;
    if (schema['const'] !== undefined) return schema['const'];
    if (Array.isArray(schema['enum'])) return random.oneOf(schema['enum'] as readonly Json[]) ?? null;
    const branch = random.oneOf(branchesOf(schema));
    if (branch) return this.value({ ...withoutBranches(schema), ...branch }, place);
    switch (typeOf(schema)) {
      case 'object':
        return this.object(schema, place);
      case 'array':
        return this.array(schema, place);
      case 'boolean':
        return random.chance(0.5);
      case 'integer':
      case 'number':
        return numberFor(schema, place.scope);
      case 'string':
        return stringFor(schema, place.scope);
      default:
        return null;
    }
  }

  private object(schema: JsonObject, place: Place): JsonObject {
    const properties = isObject(schema['properties']) ? schema['properties'] : {};
    const required = Array.isArray(schema['required']) ? (schema['required'] as readonly Json[]) : [];
    const filled = Object.entries(properties).filter(
      ([name]) => required.includes(name) || place.isFull || place.scope.random.chance(OPTIONAL_SHARE),
    );
    return Object.fromEntries(
      filled.flatMap(([name, field]) => (isObject(field) ? [[name, this.field(name, field, place)]] : [])),
    );
  }

  private field(name: string, schema: JsonObject, place: Place): Json {
    const declared = this.model.field(place.form, name);
    return declared === undefined ? this.value(schema, place) : sampled(declared, place.scope);
  }

  private array(schema: JsonObject, place: Place): Json {
    const least = limit(schema, 'minItems', 0);
    const length = Math.min(place.scope.random.between(Math.max(least, 1), least + 2), limit(schema, 'maxItems', MANY));
    const items = isObject(schema['items']) ? schema['items'] : {};
    return Array.from({ length }, () => this.value(items, place));
  }
}

function typeOf(schema: JsonObject): string {
  const { type } = schema;
  if (Array.isArray(type)) return (type as readonly string[]).find((name) => name !== 'null') ?? 'null';
  if (typeof type === 'string') return type;
  return schema['properties'] === undefined ? 'string' : 'object';
}

function branchesOf(schema: JsonObject): readonly JsonObject[] {
  const branches = schema['oneOf'] ?? schema['anyOf'];
  return Array.isArray(branches) ? (branches as readonly Json[]).filter(isObject) : [];
}

function withoutBranches(schema: JsonObject): JsonObject {
  const { oneOf: _oneOf, anyOf: _anyOf, ...rest } = schema;
  return rest;
}

function numberFor(schema: JsonObject, { random }: SampleScope): number {
  const isMoney = schema['format'] === 'money';
  const least = limit(schema, 'minimum', limit(schema, 'exclusiveMinimum', isMoney ? 0 : -1) + (isMoney ? 0 : 1));
  const most = limit(schema, 'maximum', limit(schema, 'exclusiveMaximum', MANY * MANY) - 1);
  const [low, high] = isMoney ? MONEY : [least, least + 100];
  const step = limit(schema, 'multipleOf', 1);
  const number = random.between(Math.min(Math.max(low, least), most), Math.min(high, most));
  return Math.ceil(number / step) * step;
}

function stringFor(schema: JsonObject, { random, today }: SampleScope): string {
  if (typeof schema['pattern'] === 'string') return textMatching(schema['pattern'], random);
  switch (schema['format']) {
    case 'date':
      return addPlainDays(today, random.between(0, 20));
    case 'division':
      return schema['x-level'] === 'village' ? '513431100201' : '513431100';
    case 'document-number':
      return `民发〔${today.slice(0, 4)}〕${random.between(1, 300)}号`;
    case 'credit-code':
      return creditCode(random);
    case 'id-number':
      return idNumber(random);
    case 'phone':
      return textMatching('^13[0-9]{9}$', random);
    default:
      return textOf(random, limit(schema, 'minLength', 2), limit(schema, 'maxLength', MANY));
  }
}

function limit(schema: JsonObject, key: string, fallback: number): number {
  const value = schema[key];
  return typeof value === 'number' ? value : fallback;
}
