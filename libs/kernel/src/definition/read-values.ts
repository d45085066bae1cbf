import { type EffectCall, SUSPENSION_SCOPES, type SuspensionSpec } from './language.js';
import type { Reading } from './reading.js';
import type { YamlNode } from './yaml-node.js';

/**
 * An expression as FEEL text: a YAML string is FEEL, every other scalar is a literal,
 * lists and maps hold expressions.
 */
export function readExpression(node: YamlNode): string {
  if (node.isList) return `[${node.items().map(readExpression).join(', ')}]`;
  if (node.isMap)
    return `{${node
      .entries()
      .map(([key, value]) => `${JSON.stringify(key)}: ${readExpression(value)}`)
      .join(', ')}}`;
  const value = node.scalar();
  return typeof value === 'string' ? value : String(value);
}

/** Named expressions: `with`, `assign`, `output`. */
export function readExpressions(
  reading: Reading,
  node: YamlNode | undefined,
  what: string,
): { readonly [name: string]: string } {
  return Object.fromEntries(reading.named(node, what).map(([name, value]) => [name, readExpression(value)]));
}

/** A list of effects; one effect may stand alone. */
export function readEffects(reading: Reading, node: YamlNode | undefined): readonly EffectCall[] {
  if (node === undefined) return [];
  return node.items().map((item) => readEffect(reading, item));
}

/** A plain text is the cause. */
function readSuspension(reading: Reading, node: YamlNode, word: 'suspend' | 'resume'): SuspensionSpec {
  const cause = node.scalar();
  if (typeof cause === 'string') return { scope: 'instance', cause, except: [] };
  const known = word === 'suspend' ? ['scope', 'cause', 'except'] : ['scope', 'cause'];
  const fields = reading.fields(node, `\`${word}\``, known);
  return {
    scope: reading.oneOf(fields.get('scope'), `\`scope\` of \`${word}\``, SUSPENSION_SCOPES) ?? 'instance',
    cause: reading.requiredText(fields, 'cause', node, `\`${word}\``),
    except: reading.texts(fields.get('except'), 'a name in `except`'),
  };
}

function readEffect(reading: Reading, node: YamlNode): EffectCall {
  const name = node.scalar();
  if (typeof name === 'string') return { effect: name, with: {} };
  const fields = reading.fields(node, 'an effect', ['effect', 'with', 'suspend', 'resume']);
  for (const effect of ['suspend', 'resume'] as const) {
    const word = fields.get(effect);
    if (word !== undefined) return { effect, with: {}, suspension: readSuspension(reading, word, effect) };
  }
  return {
    effect: reading.requiredText(fields, 'effect', node, 'an effect'),
    with: readExpressions(reading, fields.get('with'), '`with`'),
  };
}
