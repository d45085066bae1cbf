import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Json } from './language.js';
import { ProblemList } from './problem-list.js';
import { explosiveAlias, MAX_CHARACTERS } from './yaml-limits.js';

/** What the nodes of one document share. */
interface Source {
  readonly document: Document;
  readonly counter: LineCounter;
  /** Line of each node by its pointer in the normalised definition. */
  readonly lines: Map<string, number>;
}

/** A node of a YAML document that knows its line and its place in the normalised definition. */
export class YamlNode {
  private readonly node: Node | null;

  constructor(
    private readonly source: Source,
    node: unknown,
    readonly pointer: string,
    readonly line: number,
  ) {
    this.node = resolve(source, node);
    if (!source.lines.has(pointer)) source.lines.set(pointer, line);
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  /** Keys and values of a map; empty for anything else. */
  entries(): readonly (readonly [string, YamlNode])[] {
    if (!isMap(this.node)) return [];
    return this.node.items.map((pair) => {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const line = lineOf(this.source, pair.key) ?? this.line;
      return [key, new YamlNode(this.source, pair.value, `${this.pointer}/${key}`, line)];
    });
  }

  /** Elements of a list; anything else counts as a list of one. */
  items(): readonly YamlNode[] {
    if (this.node === null) return [];
    if (!isSeq(this.node)) return [new YamlNode(this.source, this.node, `${this.pointer}/0`, this.line)];
    return this.node.items.map((item, index) => {
      return new YamlNode(this.source, item, `${this.pointer}/${index}`, lineOf(this.source, item) ?? this.line);
    });
  }

  /** The scalar; undefined for maps and lists, null for an empty value. */
  scalar(): string | number | boolean | null | undefined {
    if (this.node === null) return null;
    if (!isScalar(this.node)) return undefined;
    const value: unknown = this.node.value;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  }

  /** The whole node as JSON. */
  json(): Json {
    if (this.isMap) return Object.fromEntries(this.entries().map(([key, child]) => [key, child.json()]));
    if (this.isList) return this.items().map((item) => item.json());
    return this.scalar() ?? null;
  }
}

/** A document opened for reading, or the syntax errors in it. */
export interface OpenedYaml {
  readonly root: YamlNode;
  readonly lines: Map<string, number>;
  readonly problems: ProblemList;
}

/** Opens YAML text; syntax errors and double keys are reported with their lines. */
export function openYaml(text: string, file: string): OpenedYaml {
  const counter = new LineCounter();
  const isTooLong = text.length > MAX_CHARACTERS;
  const document = parseDocument(isTooLong ? '' : text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const problems = new ProblemList(file);
  for (const error of [...document.errors, ...document.warnings]) {
    problems.add(
      'yaml-syntax',
      counter.linePos(error.pos[0]).line,
      `the file is not correct YAML: ${error.message}`,
      SYNTAX_HINT,
    );
  }
  if (isTooLong) problems.add('yaml-too-large', 1, `the file has ${text.length} characters`, LENGTH_HINT);
  const alias = explosiveAlias(document);
  if (alias !== null) {
    const [at] = alias.range ?? [0];
    const message = 'the aliases of the file (`*name`) would grow beyond all measure if they were written out';
    problems.add('yaml-too-large', counter.linePos(at).line, message, ALIAS_HINT);
  }
  const lines = new Map<string, number>();
  return { root: new YamlNode({ document, counter, lines }, document.contents, '', 1), lines, problems };
}

const LENGTH_HINT = `Write at most ${MAX_CHARACTERS}: split the process into several by \`subprocess\`.`;
const ALIAS_HINT = 'Write out what is meant, or let no alias stand for a list of other aliases.';
const SYNTAX_HINT =
  'Check the indentation, the colons and the quotes; an expression with a colon, # or quotes in it must be quoted as a whole.';

function resolve(source: Source, node: unknown): Node | null {
  const target = isAlias(node) ? node.resolve(source.document) : node;
  return isMap(target) || isSeq(target) || isScalar(target) ? target : null;
}

function lineOf(source: Source, node: unknown): number | null {
  const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : null;
  return range === null || range === undefined ? null : source.counter.linePos(range[0]).line;
}
