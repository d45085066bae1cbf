import { parseExpression } from '@bpmn-io/feelin';
import { BoundedCache } from './bounded-cache.js';
import { FEEL_FUNCTIONS, KERNEL_FUNCTIONS } from './kernel-functions.js';

type Tree = ReturnType<typeof parseExpression>;
export type SyntaxNode = Tree['topNode'];

/** One use of a name that the expression does not bind itself. */
export interface Reading {
  /** The root and the members read from it, e.g. `['bids', 'count']`. */
  readonly path: readonly string[];
  readonly isCalled: boolean;
}

/** What an expression reads, found without running it. */
export interface Analysis {
  readonly readings: readonly Reading[];
  /** Literal first arguments of `elapsed`. */
  readonly elapsed: readonly string[];
  /** What the expression language refuses, as sentences. */
  readonly refusals: readonly string[];
  readonly root: SyntaxNode;
}

const REFUSED_NODES: { readonly [node: string]: string } = {
  DateTimeLiteral: 'dates are texts like "2026-01-31" here: use plusDays, plusMonths, daysBetween, today() and now()',
  BacktickIdentifier: 'names have no backticks',
};

/** Walks the syntax tree and collects what the expression reads. */
export function analyseExpression(text: string, known: ReadonlySet<string>): Analysis {
  return analyses.get(JSON.stringify([text, ...known]), () => analyse(text, known));
}

const analyses = new BoundedCache<Analysis>(4_000);

function analyse(text: string, known: ReadonlySet<string>): Analysis {
  const context = Object.fromEntries([...known].map((name) => [name, 0]));
  const tree = parseExpression(text, context, undefined);
  const walk = new Walk(text);
  walk.visit(tree.topNode, new Set());
  return { readings: walk.readings, elapsed: walk.elapsed, refusals: walk.refusals, root: tree.topNode };
}

class Walk {
  readonly readings: Reading[] = [];
  readonly elapsed: string[] = [];
  readonly refusals: string[] = [];

  constructor(private readonly text: string) {}

  visit(node: SyntaxNode, bound: ReadonlySet<string>): void {
    if (node.type.isError) {
      this.refusals.push(
        `it cannot be read near ${JSON.stringify(this.text.slice(Math.max(0, node.from - 12), node.to + 12))}`,
      );
      return;
    }
    const refusal = REFUSED_NODES[node.name];
    if (refusal !== undefined) {
      this.refusals.push(refusal);
      return;
    }
    this.visitByName(node, bound);
  }

  private visitByName(node: SyntaxNode, bound: ReadonlySet<string>): void {
    switch (node.name) {
      case 'VariableName':
        return this.addReading([this.textOf(node)], false, bound);
      case 'PathExpression':
        return this.visitPath(node, bound);
      case 'FunctionInvocation':
        return this.visitCall(node, bound);
      case 'FilterExpression':
        return this.visitFilter(node, bound);
      case 'ForExpression':
      case 'QuantifiedExpression':
        return this.visitChildren(node, union(bound, [...this.namesIn(node), 'partial']));
      case 'FunctionDefinition':
        return this.visitChildren(node, union(bound, this.namesIn(node)));
      case 'Type':
      case 'Key':
      case 'Name':
        return undefined;
      default:
        return this.visitChildren(node, bound);
    }
  }

  private visitChildren(node: SyntaxNode, bound: ReadonlySet<string>): void {
    for (const child of childrenOf(node)) this.visit(child, bound);
  }

  private visitPath(node: SyntaxNode, bound: ReadonlySet<string>): void {
    const path = this.pathOf(node);
    if (path !== null) return this.addReading(path, false, bound);
    const [target] = childrenOf(node);
    if (target !== undefined) this.visit(target, bound);
  }

  private visitCall(node: SyntaxNode, bound: ReadonlySet<string>): void {
    const [callee, ...rest] = childrenOf(node);
    if (callee?.name === 'VariableName') {
      const name = this.textOf(callee);
      this.addReading([name], true, bound);
      if (name === 'elapsed') this.addElapsed(rest);
    } else {
      this.refusals.push('only functions can be called');
    }
    for (const child of rest) this.visit(child, bound);
  }

  private addElapsed(rest: readonly SyntaxNode[]): void {
    const literal = rest.flatMap(childrenOf).find((child) => child.name === 'StringLiteral');
    if (literal === undefined)
      this.refusals.push('elapsed takes the name of a deadline as a text, like elapsed("noticePeriod")');
    else this.elapsed.push(this.text.slice(literal.from + 1, literal.to - 1));
  }

  private visitFilter(node: SyntaxNode, bound: ReadonlySet<string>): void {
    const [target, ...rest] = childrenOf(node);
    if (target !== undefined) this.visit(target, bound);
    for (const child of rest) this.visit(child, union(bound, ['item']));
  }

  private addReading(path: readonly string[], isCalled: boolean, bound: ReadonlySet<string>): void {
    if (bound.has(path[0] ?? '')) return;
    this.readings.push({ path, isCalled });
  }

  /** The dotted path of plain names, or null where something else stands in it. */
  private pathOf(node: SyntaxNode): readonly string[] | null {
    if (node.name === 'VariableName') return [this.textOf(node)];
    if (node.name !== 'PathExpression') return null;
    const [target, member] = childrenOf(node);
    const head = target === undefined ? null : this.pathOf(target);
    return head === null || member === undefined ? null : [...head, this.textOf(member)];
  }

  /** Names that a `for`, `some`, `every` or function binds. */
  private namesIn(node: SyntaxNode): readonly string[] {
    return childrenOf(node).flatMap((child) => {
      if (child.name === 'Name') return [this.textOf(child)];
      return BINDERS.has(child.name) ? this.namesIn(child) : [];
    });
  }

  private textOf(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to).replace(/\s+/g, ' ');
  }
}

const BINDERS: ReadonlySet<string> = new Set([
  'InExpressions',
  'InExpression',
  'FormalParameters',
  'FormalParameter',
  'ParameterName',
]);

/** The children of a node in order. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

function union(bound: ReadonlySet<string>, names: readonly string[]): ReadonlySet<string> {
  return new Set([...bound, ...names]);
}

/** Whether the name is a function of the language. */
export function isFunctionName(name: string): boolean {
  return KERNEL_FUNCTIONS.has(name) || FEEL_FUNCTIONS.has(name);
}
