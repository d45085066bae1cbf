import { FIELD_RIGHTS, type FieldSpec } from './field-spec.js';
import type { Reading } from './reading.js';
import type { YamlNode } from './yaml-node.js';

const OTHERS = 'others';

/** `name: read`, or by role: `name: { leader: write, others: hidden }`. What is not named is entered by everybody. */
export function readFields(
  reading: Reading,
  node: YamlNode | undefined,
): { readonly [field: string]: FieldSpec } | undefined {
  if (node === undefined) return undefined;
  const entries = [...reading.named(node, '`fields`')].flatMap(([name, rule]) => {
    const spec = readField(reading, rule, name);
    return spec ? [[name, spec] as const] : [];
  });
  return Object.fromEntries(entries);
}

function readField(reading: Reading, node: YamlNode, name: string): FieldSpec | undefined {
  if (!node.isMap) {
    const others = reading.oneOf(node, `the right on \`${name}\``, FIELD_RIGHTS);
    return others && { roles: {}, others };
  }
  const rights = [...reading.named(node, `\`${name}\``)].flatMap(([role, right]) => {
    const word = reading.oneOf(right, `the right of \`${role}\``, FIELD_RIGHTS);
    return word ? [[role, word] as const] : [];
  });
  const { [OTHERS]: others = 'write', ...roles } = Object.fromEntries(rights);
  return { roles, others };
}
