import { evaluate, parseUnaryTests } from '@bpmn-io/feelin';
import type { Json } from '../definition/language.js';
import { childrenOf, type SyntaxNode } from '../expressions/analyse-expression.js';
import { BoundedCache } from '../expressions/bounded-cache.js';

/** A border or value that a test names: a literal, or a parameter of the table. */
export type Operand =
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'parameter'; readonly name: string };

/** What one cell of a table says, found in its syntax tree. */
export interface CellAnalysis {
  /** What is not accepted in it, as a sentence. */
  readonly refusal: string | null;
  readonly operands: readonly Operand[];
  /** Both ends of every interval. FEEL lets an interval run backwards, which no law means. */
  readonly intervals: readonly (readonly [low: Operand, high: Operand])[];
  /** True when it orders values: `<`, `>=`, `[a..b]`. */
  readonly orders: boolean;
}

/** Whether a value passes a cell, given the values of the table's parameters. */
export type CellTest = (value: Json, parameters: readonly Json[]) => boolean;

/** Stands for the tested value; no parameter can have this name, because names begin with a small letter. */
const TESTED = 'Tested';

const CONTAINERS: ReadonlySet<string> = new Set([
  'UnaryTests',
  'PositiveUnaryTests',
  'PositiveUnaryTest',
  'SimplePositiveUnaryTest',
]);
const SILENT: ReadonlySet<string> = new Set(['CompareOp', '[', ']', '(', ')', 'not', 'Wildcard']);
const ADVICE = 'Compare with whole numbers, texts in quotes, true, false and parameters of the table only';

/** Reads a cell. Only tests whose borders are known can be checked for gaps, so nothing else is accepted. */
export function analyseCell(text: string, parameters: readonly string[]): CellAnalysis {
  const walk = new CellWalk(text);
  const names = Object.fromEntries(parameters.map((name) => [name, 0]));
  walk.visit(parseUnaryTests(text, names, undefined).topNode);
  return walk;
}

class CellWalk implements CellAnalysis {
  refusal: string | null = null;
  orders = false;
  readonly operands: Operand[] = [];
  readonly intervals: (readonly [Operand, Operand])[] = [];

  constructor(private readonly text: string) {}

  visit(node: SyntaxNode): void {
    const { name } = node;
    if (node.type.isError) return this.refuse(node, 'it cannot be read');
    if (CONTAINERS.has(name)) return childrenOf(node).forEach((child) => this.visit(child));
    if (name === 'Interval') return this.visitInterval(node);
    if (name === 'CompareOp') return this.visitOperator(node);
    if (!SILENT.has(name)) this.visitOperand(node);
  }

  private visitInterval(node: SyntaxNode): void {
    this.orders = true;
    for (const child of childrenOf(node)) this.visit(child);
    const [low, high] = this.operands.slice(-2);
    if (low !== undefined && high !== undefined) this.intervals.push([low, high]);
  }

  private visitOperator(node: SyntaxNode): void {
    if (!['=', '!='].includes(this.textOf(node))) this.orders = true;
  }

  private visitOperand(node: SyntaxNode): void {
    const text = this.textOf(node);
    if (node.name === 'NumericLiteral') return this.addNumber(node, Number(text));
    if (node.name === 'StringLiteral') return this.add({ kind: 'literal', value: text.slice(1, -1) });
    if (node.name === 'BooleanLiteral') return this.add({ kind: 'literal', value: text === 'true' });
    if (node.name === 'VariableName') return this.add({ kind: 'parameter', name: text });
    this.refuse(node, `${JSON.stringify(text)} is no border that can be checked`);
  }

  private addNumber(node: SyntaxNode, value: number): void {
    if (Number.isSafeInteger(value)) this.add({ kind: 'literal', value });
    else this.refuse(node, `${this.textOf(node)} is no whole number`);
  }

  private add(operand: Operand): void {
    this.operands.push(operand);
  }

  private refuse(node: SyntaxNode, reason: string): void {
    this.refusal ??= node.type.isError ? `${reason} near position ${node.from + 1}` : `${reason}. ${ADVICE}`;
  }

  private textOf(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to).trim();
  }
}

const compiled = new BoundedCache<CellTest>(4_000);

/** Parses an accepted cell once; what comes back is called often (about 1 µs). */
export function compileCell(text: string, parameters: readonly string[]): CellTest {
  return compiled.get(JSON.stringify([text, parameters]), () => compileOnce(text.trim(), parameters));
}

function compileOnce(text: string, parameters: readonly string[]): CellTest {
  if (text === '-') return () => true;
  const negated = /^not\s*\(([\s\S]*)\)$/.exec(text)?.[1];
  if (negated !== undefined) {
    const inner = compileOnce(negated.trim(), parameters);
    return (value, values) => !inner(value, values);
  }
  const { value: test } = evaluate(`function(${[TESTED, ...parameters].join(', ')}) ${TESTED} in (${text})`, {});
  if (!isCallable(test)) throw new TypeError(`the cell ${JSON.stringify(text)} did not parse to a function`);
  return (value, values) => test.fn(value, ...values) === true;
}

function isCallable(value: unknown): value is { fn: (...values: readonly unknown[]) => unknown } {
  return typeof value === 'object' && value !== null && 'fn' in value && typeof value.fn === 'function';
}
