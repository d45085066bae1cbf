import type { Json, JsonObject } from '#libs/kernel';
import { EffectInputError } from './effect.error.js';

/** Typed reading of an effect's input; a wrong type is a defect of the definition, named by effect and key. */
export class EffectInput {
  constructor(
    private readonly effect: string,
    readonly raw: JsonObject,
  ) {}

  text(key: string): string {
    const value = this.raw[key];
    return typeof value === 'string' ? value : this.refuse(key, 'string');
  }

  optionalText(key: string): string | null {
    return this.isAbsent(key) ? null : this.text(key);
  }

  /** A safe integer: fen, ids, counts. */
  integer(key: string): number {
    const value = this.raw[key];
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : this.refuse(key, 'integer');
  }

  optionalInteger(key: string): number | null {
    return this.isAbsent(key) ? null : this.integer(key);
  }

  number(key: string): number {
    const value = this.raw[key];
    return typeof value === 'number' ? value : this.refuse(key, 'number');
  }

  flag(key: string): boolean {
    const value = this.raw[key];
    return typeof value === 'boolean' ? value : this.refuse(key, 'boolean');
  }

  object(key: string): JsonObject {
    const value = this.raw[key];
    return isObject(value) ? value : this.refuse(key, 'object');
  }

  /** A nested input, e.g. a form handed over whole. */
  nested(key: string): EffectInput {
    return new EffectInput(`${this.effect}.${key}`, this.object(key));
  }

  list(key: string): readonly Json[] {
    const value = this.raw[key];
    return isList(value) ? value : this.refuse(key, 'list');
  }

  /** A list of objects, each as an input of its own. */
  items(key: string): EffectInput[] {
    return this.list(key).map((item, index) =>
      isObject(item) ? new EffectInput(`${this.effect}.${key}[${index}]`, item) : this.refuse(key, 'list of objects'),
    );
  }

  has(key: string): boolean {
    return !this.isAbsent(key);
  }

  private isAbsent(key: string): boolean {
    return this.raw[key] === undefined || this.raw[key] === null;
  }

  private refuse(key: string, expected: string): never {
    throw new EffectInputError(this.effect, key, expected);
  }
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
