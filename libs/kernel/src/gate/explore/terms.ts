import { analyseExpression, childrenOf, type SyntaxNode } from '../../expressions/analyse-expression.js';
import type { Json } from '../../definition/language.js';

/** The term that stands for the day on which a step happens. */
export const TODAY = 'today()';

const NO_NAMES: ReadonlySet<string> = new Set();
const TRANSPARENT: ReadonlySet<string> = new Set([
  'Expression',
  'Conjunction',
  'Disjunction',
  'ParenthesizedExpression',
  'PositionalParameters',
]);
/** Tokens that say nothing of values. */
const LOGICAL_WORDS: ReadonlySet<string> = new Set(['and', 'or', '(', ')']);

/** A part of an expression that is true or false of values as a whole, such as one comparison. */
export interface Atom {
  readonly node: SyntaxNode;
  readonly terms: readonly string[];
  readonly constants: readonly Json[];
  /** A term alone where true or false is wanted. */
  readonly isBare: boolean;
  /** A comparison of names and literals, without arithmetic and calls. */
  readonly isPlain: boolean;
}

/** Takes an expression apart into its atoms. */
export class Terms {
  readonly root: SyntaxNode;

  constructor(readonly text: string) {
    this.root = analyseExpression(text, NO_NAMES).root;
  }

  get atoms(): readonly Atom[] {
    return this.atomsOf(this.root);
  }

  /** The term that the whole expression is, or null when it is something else. */
  get whole(): string | null {
    const inner = unwrapped(this.root);
    return inner === null ? null : this.termOf(inner);
  }

  /** Whether the expression gives true or false by its form. */
  get isLogical(): boolean {
    const inner = unwrapped(this.root);
    if (inner === null) return false;
    return ['Comparison', 'Conjunction', 'Disjunction', 'BooleanLiteral'].includes(inner.name) || this.isNot(inner);
  }

  /** Every term in the expression. */
  get all(): readonly string[] {
    return [...new Set(this.termsIn(this.root))];
  }

  private atomsOf(node: SyntaxNode): readonly Atom[] {
    if (LOGICAL_WORDS.has(node.name)) return [];
    if (TRANSPARENT.has(node.name)) return childrenOf(node).flatMap((child) => this.atomsOf(child));
    if (this.isNot(node))
      return childrenOf(node)
        .slice(1)
        .flatMap((child) => this.atomsOf(child));
    return [
      {
        node,
        terms: [...new Set(this.termsIn(node))],
        constants: this.constantsIn(node),
        isBare: this.termOf(node) !== null,
        isPlain: node.name === 'Comparison' && !this.isComputed(node),
      },
    ];
  }

  private isNot(node: SyntaxNode): boolean {
    return node.name === 'FunctionInvocation' && this.calleeOf(node) === 'not';
  }

  private calleeOf(node: SyntaxNode): string {
    const [callee] = childrenOf(node);
    return callee === undefined ? '' : this.textOf(callee);
  }

  private isComputed(node: SyntaxNode): boolean {
    if (this.termOf(node) !== null) return false;
    if (COMPUTING.has(node.name)) return true;
    return childrenOf(node).some((child) => this.isComputed(child));
  }

  /** A name, a path of names, or the day of the step. */
  private termOf(node: SyntaxNode): string | null {
    if (node.name === 'VariableName') return this.textOf(node);
    if (node.name === 'FunctionInvocation') return this.textOf(node).replace(/\s/g, '') === TODAY ? TODAY : null;
    if (node.name !== 'PathExpression') return null;
    const [target, member] = childrenOf(node);
    const head = target === undefined ? null : this.termOf(target);
    return head === null || head === TODAY || member === undefined ? null : `${head}.${this.textOf(member)}`;
  }

  private termsIn(node: SyntaxNode): readonly string[] {
    const term = this.termOf(node);
    if (term !== null) return isBoundInFilter(term) ? [] : [term];
    const children = childrenOf(node);
    const inner = node.name === 'FunctionInvocation' ? children.slice(1) : children;
    return inner.flatMap((child) => this.termsIn(child));
  }

  private constantsIn(node: SyntaxNode): readonly Json[] {
    switch (node.name) {
      case 'NumericLiteral':
        return [Number(this.textOf(node))];
      case 'StringLiteral':
        return [this.text.slice(node.from + 1, node.to - 1)];
      case 'BooleanLiteral':
        return [this.textOf(node) === 'true'];
      case 'null':
        return [null];
      default:
        return childrenOf(node).flatMap((child) => this.constantsIn(child));
    }
  }

  private textOf(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to).replace(/\s+/g, ' ');
  }
}

/** In a filter each element is called so. */
function isBoundInFilter(term: string): boolean {
  return term === 'item' || term.startsWith('item.');
}

const COMPUTING: ReadonlySet<string> = new Set([
  'ArithmeticExpression',
  'FunctionInvocation',
  'FilterExpression',
  'IfExpression',
  'ForExpression',
  'QuantifiedExpression',
  'PathExpression',
]);

function unwrapped(node: SyntaxNode): SyntaxNode | null {
  if (node.name !== 'Expression' && node.name !== 'ParenthesizedExpression') return node;
  const inner = childrenOf(node).find((child) => !LOGICAL_WORDS.has(child.name));
  return inner === undefined ? null : unwrapped(inner);
}
