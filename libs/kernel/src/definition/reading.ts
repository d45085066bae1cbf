import type { Localized } from './language.js';
import type { ProblemList } from './problem-list.js';
import { suggest } from './suggest.js';
import type { YamlNode } from './yaml-node.js';

/** The named parts of a map; unknown keys have been refused. */
export type Fields = ReadonlyMap<string, YamlNode>;

const IDENTIFIER = /^[a-z][A-Za-z0-9]*$/;
const NOTHING: Fields = new Map();

/** Reads parts of a YAML document and reports whatever is not as the language wants it. */
export class Reading {
  constructor(readonly problems: ProblemList) {}

  report(code: string, node: YamlNode, message: string, hint: string): void {
    this.problems.add(code, node.line, message, hint);
  }

  /** The keys of a map; `what` names the map in messages. */
  fields(node: YamlNode, what: string, known: readonly string[]): Fields {
    if (!node.isMap) {
      this.report(
        'wrong-shape',
        node,
        `${what} must be a map of keys and values`,
        `Write its keys below it, indented. Known: ${known.join(', ')}.`,
      );
      return NOTHING;
    }
    const fields = new Map<string, YamlNode>();
    for (const [key, value] of node.entries()) {
      if (known.includes(key)) fields.set(key, value);
      else this.report('unknown-key', value, `${what} has no key \`${key}\``, suggest(key, known, 'Remove it.'));
    }
    return fields;
  }

  /** The entries of a map whose keys are names chosen by the author. */
  named(node: YamlNode | undefined, what: string): readonly (readonly [string, YamlNode])[] {
    if (node === undefined) return [];
    if (!node.isMap) {
      this.report(
        'wrong-shape',
        node,
        `${what} must be a map from names to their meaning`,
        'Write `name: value` lines below it, indented.',
      );
      return [];
    }
    return node.entries();
  }

  /** Reports a name that expressions and paths could not use. */
  checkName(name: string, node: YamlNode, what: string): void {
    if (IDENTIFIER.test(name)) return;
    this.report(
      'bad-name',
      node,
      `${what} \`${name}\` is not a camelCase name`,
      'Begin with a small letter and use letters and digits only, like `needReview`.',
    );
  }

  text(node: YamlNode | undefined, what: string): string | undefined {
    if (node === undefined) return undefined;
    const value = node.scalar();
    if (typeof value === 'string' && value !== '') return value;
    this.report('wrong-shape', node, `${what} must be a text`, 'Write one word or a quoted text.');
    return undefined;
  }

  requiredText(fields: Fields, key: string, owner: YamlNode, what: string): string {
    const node = fields.get(key);
    if (node !== undefined) return this.text(node, `\`${key}\` of ${what}`) ?? '';
    if (owner.isMap) this.report('missing-key', owner, `${what} lacks the key \`${key}\``, `Add \`${key}: …\`.`);
    return '';
  }

  texts(node: YamlNode | undefined, what: string): readonly string[] {
    if (node === undefined) return [];
    return node.items().flatMap((item) => this.text(item, what) ?? []);
  }

  boolean(node: YamlNode | undefined, what: string): boolean {
    if (node === undefined) return false;
    const value = node.scalar();
    if (typeof value === 'boolean') return value;
    this.report('wrong-shape', node, `${what} must be true or false`, 'Write `true`, or leave the key out.');
    return false;
  }

  /** A plain text is Chinese. */
  localized(node: YamlNode | undefined): Localized | undefined {
    if (node === undefined) return undefined;
    if (!node.isMap) {
      const zh = this.text(node, 'a title');
      return zh === undefined ? undefined : { zh };
    }
    const fields = this.fields(node, 'a title', ['zh', 'en']);
    const zh = this.requiredText(fields, 'zh', node, 'a title');
    const en = this.text(fields.get('en'), 'the English title');
    return defined({ zh, en });
  }

  oneOf<T extends string>(node: YamlNode | undefined, what: string, known: readonly T[]): T | undefined {
    const value = this.text(node, what);
    if (node === undefined || value === undefined) return undefined;
    const found = known.find((candidate) => candidate === value);
    if (found === undefined) {
      this.report(
        'unknown-value',
        node,
        `${what} cannot be \`${value}\``,
        suggest(value, known, `Choose one of: ${known.join(', ')}.`),
      );
    }
    return found;
  }
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without the keys whose value is undefined, so that normalised definitions are plain JSON. */
export function defined<T extends object>(value: T): Defined<T> {
  // Dropping undefined values is exactly what the type says; the compiler cannot follow fromEntries.
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Defined<T>;
}
