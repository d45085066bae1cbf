import { evaluate } from '@bpmn-io/feelin';
import type { Json } from '../definition/language.js';
import { isJsonObject } from '../values/value-type.js';
import type { Analysis } from './analyse-expression.js';
import { BoundedCache } from './bounded-cache.js';
import { KERNEL_FUNCTIONS } from './kernel-functions.js';
import type { NameKind, Scope, Vocabulary } from './scope.js';

type Invocation = (values: readonly unknown[]) => unknown;
type Reader = (scope: Scope) => unknown;

/** The same text over the same names is the same function in every definition. */
const parsed = new BoundedCache<Invocation>(4_000);

/** A parsed expression, ready to be evaluated over many scopes. */
export class Expression {
  /** Dotted paths of everything it reads from the scope, e.g. `bids.count`. */
  readonly reads: readonly string[];
  /** True when its value depends on the form of the event. */
  readonly readsPayload: boolean;
  private readonly invoke: Invocation;
  private readonly readers: readonly Reader[];
  private readonly paths: readonly (readonly string[])[];

  constructor(
    readonly text: string,
    analysis: Analysis,
    private readonly vocabulary: Vocabulary,
  ) {
    const names = [...new Set(analysis.readings.map((reading) => reading.path[0] ?? ''))].filter(
      (name) => !name.includes(' '),
    );
    this.paths = distinct(analysis.readings.filter((reading) => !reading.isCalled).map((reading) => reading.path));
    this.reads = this.paths.map((path) => path.join('.'));
    this.readsPayload = this.paths.some(
      (path) => path[0] === 'command' && (path.length === 1 || path[1] === 'payload'),
    );
    const own = names.filter((name) => this.kindOf(name) !== 'feel');
    this.readers = own.map((name) => this.readerOf(name));
    this.invoke = parsed.get(JSON.stringify([text, ...own]), () => parseOnce(text, own));
  }

  /** The value, or undefined when it is nothing that JSON can hold (a function, a range, a broken number). */
  evaluate(scope: Scope): Json | undefined {
    return toJson(this.invoke(this.readers.map((read) => read(scope))));
  }

  /** What it reads from this scope, for explanations. */
  valuesRead(scope: Scope): { readonly [path: string]: Json } {
    return Object.fromEntries(this.paths.map((path) => [path.join('.'), this.valueAt(path, scope)]));
  }

  private valueAt(path: readonly string[], scope: Scope): Json {
    let value: unknown = this.readerOf(path[0] ?? '')(scope);
    for (const member of path.slice(1)) value = isJsonObject(value) ? value[member] : null;
    return toJson(value) ?? null;
  }

  private kindOf(name: string): NameKind | 'command' | 'output' | 'children' | 'function' | 'feel' {
    const declared = this.vocabulary.names.get(name);
    if (declared !== undefined) return declared;
    if (name === 'command' || name === 'output' || name === 'children') return name;
    return KERNEL_FUNCTIONS.has(name) ? 'function' : 'feel';
  }

  private readerOf(name: string): Reader {
    const kind = this.kindOf(name);
    switch (kind) {
      case 'variable':
      case 'plain':
        return (scope) => scope.variables[name] ?? null;
      case 'parameter':
        return (scope) => scope.facts.parameters[name] ?? this.vocabulary.defaults[name] ?? null;
      case 'view':
        return (scope) => scope.facts.views[name] ?? null;
      case 'decision':
        return (scope) => scope.decide?.(name) ?? null;
      case 'command':
        return commandOf;
      case 'output':
        return (scope) => scope.output ?? null;
      case 'children':
        return (scope) => scope.children ?? null;
      case 'function':
      case 'feel':
        return (scope) => KERNEL_FUNCTIONS.get(name)?.bind(scope);
    }
  }
}

function commandOf({ facts }: Scope): Json {
  return {
    at: facts.at,
    actor: facts.actor?.userId ?? null,
    organisation: facts.actor?.organisationId ?? null,
    payload: facts.payload,
  };
}

/**
 * FEEL has no parse step in its interface, but a function literal is parsed once and called often:
 * the names that the text reads become its parameters (about 1 µs a call instead of 100 µs).
 * Parameters also hide the built-ins `now` and `today`, which read the machine's clock.
 */
function parseOnce(text: string, names: readonly string[]): Invocation {
  const { value, warnings } = evaluate(`function(${names.join(', ')}) ${text}`, {});
  if (!isCallable(value)) throw new TypeError(`the expression ${JSON.stringify(text)} did not parse to a function`);
  return (values) => {
    try {
      return value.fn(...values);
    } catch {
      // FEEL throws where values of two types have no order; that is null, as with every other mismatch.
      return null;
    } finally {
      // The interpreter appends a warning for every null it meets and never forgets one.
      warnings.length = 0;
    }
  };
}

function isCallable(value: unknown): value is { fn: (...values: readonly unknown[]) => unknown } {
  return typeof value === 'object' && value !== null && 'fn' in value && typeof value.fn === 'function';
}

function toJson(value: unknown): Json | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  // Minus zero does not survive JSON, so a snapshot could not be replayed to the same value.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined;
  if (Array.isArray(value)) return toJsonList(value);
  return isPlainObject(value) ? toJsonObject(value) : undefined;
}

function toJsonList(values: readonly unknown[]): Json | undefined {
  const items = values.map(toJson);
  return items.every((item) => item !== undefined) ? items : undefined;
}

function toJsonObject(value: { readonly [key: string]: unknown }): Json | undefined {
  const entries: [string, Json][] = [];
  for (const [key, item] of Object.entries(value)) {
    const json = toJson(item);
    if (json === undefined) return undefined;
    entries.push([key, json]);
  }
  return Object.fromEntries(entries);
}

function isPlainObject(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function distinct(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(paths.map((path) => [path.join('.'), path])).values()];
}
