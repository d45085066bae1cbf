import { type Document, isAlias, isMap, isNode, isPair, isSeq, type Node, visit } from 'yaml';

/** A definition is written and read by people; the longest of the shipped ones has 20 000 characters. */
export const MAX_CHARACTERS = 512_000;
/** Nodes of a document when every alias is written out. */
const MAX_NODES = 100_000;

/** The first alias because of which a document would grow beyond all measure or into itself; null when none does. */
export function explosiveAlias(document: Document): Node | null {
  const sizes = new AliasSizes(document);
  if (sizes.of(document.contents) <= MAX_NODES) return null;
  const aliases: Node[] = [];
  visit(document, {
    Alias(_key, alias) {
      aliases.push(alias);
    },
  });
  return aliases.find((alias) => sizes.of(alias) > LARGE_ALIAS) ?? aliases[0] ?? document.contents;
}

const LARGE_ALIAS = 1_000;

class AliasSizes {
  private readonly known = new Map<Node, number>();
  private readonly open = new Set<Node>();

  constructor(private readonly document: Document) {}

  /** Nodes below this one with all aliases written out; infinite for one that contains itself. */
  of(node: unknown): number {
    if (isPair(node)) return this.of(node.key) + this.of(node.value);
    if (!isNode(node)) return 0;
    const known = this.known.get(node);
    if (known !== undefined) return known;
    if (this.open.has(node)) return Number.POSITIVE_INFINITY;
    this.open.add(node);
    const size = this.sizeOf(node);
    this.open.delete(node);
    this.known.set(node, size);
    return size;
  }

  private sizeOf(node: Node): number {
    if (isAlias(node)) return this.of(node.resolve(this.document));
    if (!isMap(node) && !isSeq(node)) return 1;
    return node.items.reduce<number>((sum, item) => sum + this.of(item), 1);
  }
}
