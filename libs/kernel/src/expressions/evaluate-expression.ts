import type { Json, JsonObject } from '../definition/language.js';
import type { Result } from '../definition/problem.js';
import type { StepFacts } from '../step/step.types.js';
import { BoundedCache } from './bounded-cache.js';
import { type CompiledExpression, compileExpression } from './compile-expression.js';
import type { Scope } from './scope.js';

const NO_FACTS: StepFacts = { at: '', actor: null, payload: {}, views: {}, parameters: {} };
const cache = new BoundedCache<CompiledExpression>(2_000);

/**
 * Evaluates an expression of a configuration table over plain named values.
 * It has FEEL and the kernel's functions on numbers and dates, but no command and no deadlines.
 */
export function evaluateExpression(text: string, scope: JsonObject): Result<Json> {
  const compiled = compiledFor(text, Object.keys(scope).sort());
  if (!compiled.ok) {
    return { ok: false, problems: compiled.faults.map((fault) => ({ ...fault, file: '', line: 0 })) };
  }
  const value = compiled.expression.evaluate(scopeOf(scope));
  if (value !== undefined) return { ok: true, value };
  const message = `the expression ${JSON.stringify(text)} gives no value that JSON can hold`;
  return {
    ok: false,
    problems: [
      { code: 'bad-value', file: '', line: 0, message, hint: 'Let it give a number, text, boolean, list or object.' },
    ],
  };
}

function scopeOf(values: JsonObject): Scope {
  return { variables: values, elapsed: new Set(), facts: NO_FACTS };
}

function compiledFor(text: string, names: readonly string[]): CompiledExpression {
  return cache.get(JSON.stringify([text, names]), () => {
    const vocabulary = { names: new Map(names.map((name) => [name, 'plain' as const])), defaults: {} };
    return compileExpression(text, { vocabulary, hasOutput: false, hasStep: false });
  });
}
