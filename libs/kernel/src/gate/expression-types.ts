import type { ProcessDefinition, ValueType } from '../definition/language.js';
import { childrenOf, type SyntaxNode } from '../expressions/analyse-expression.js';
import { isPlainDate } from '../values/plain-date.js';

/** The types that FEEL tells apart; null where nothing is known. */
export type FeelType = 'boolean' | 'number' | 'text' | 'date' | 'duration' | 'list' | 'object';
type Known = FeelType | null;

const DECLARED: { readonly [type in ValueType]: FeelType } = {
  boolean: 'boolean',
  integer: 'number',
  money: 'number',
  string: 'text',
  date: 'date',
  duration: 'duration',
  list: 'list',
  object: 'object',
};

const RESULTS: { readonly [name: string]: FeelType } = {
  not: 'boolean',
  elapsed: 'boolean',
  exceedsShare: 'boolean',
  contains: 'boolean',
  'starts with': 'boolean',
  'ends with': 'boolean',
  matches: 'boolean',
  shareOf: 'number',
  daysBetween: 'number',
  count: 'number',
  sum: 'number',
  abs: 'number',
  floor: 'number',
  ceiling: 'number',
  modulo: 'number',
  'string length': 'number',
  today: 'date',
  plusDays: 'date',
  plusMonths: 'date',
  endOfMonth: 'date',
  now: 'text',
  string: 'text',
};
/** A text literal may hold these. */
const WRITTEN_AS_TEXT: ReadonlySet<Known> = new Set(['text', 'date', 'duration']);

/** The types inside one expression, as far as its declarations tell. */
export class ExpressionTypes {
  /** Sentences on what does not go together. */
  readonly faults: string[] = [];
  readonly type: Known;

  constructor(
    private readonly text: string,
    root: SyntaxNode,
    private readonly definition: ProcessDefinition,
  ) {
    this.type = this.typeOf(root);
  }

  private typeOf(node: SyntaxNode): Known {
    switch (node.name) {
      case 'Expression':
      case 'ParenthesizedExpression':
        return this.typesBelow(node).at(0) ?? null;
      case 'Conjunction':
      case 'Disjunction':
        return this.logical(node);
      case 'Comparison':
        return this.comparison(node);
      case 'ArithmeticExpression':
        return this.arithmetic(node);
      case 'FunctionInvocation':
        return this.call(node);
      default:
        return this.single(node);
    }
  }

  private single(node: SyntaxNode): Known {
    switch (node.name) {
      case 'NumericLiteral':
        return 'number';
      case 'BooleanLiteral':
        return 'boolean';
      case 'StringLiteral':
        return isPlainDate(this.textOf(node).slice(1, -1)) ? 'date' : 'text';
      case 'List':
        return 'list';
      case 'Context':
        return 'object';
      case 'VariableName':
        return this.declared(this.textOf(node));
      default:
        return null;
    }
  }

  private declared(name: string): Known {
    const spec = this.definition.variables[name] ?? this.definition.parameters[name];
    return spec === undefined ? null : DECLARED[spec.type];
  }

  private typesBelow(node: SyntaxNode): readonly Known[] {
    return valuesBelow(node).map((child) => this.typeOf(child));
  }

  private logical(node: SyntaxNode): Known {
    for (const child of valuesBelow(node)) {
      const type = this.typeOf(child);
      if (type !== null && type !== 'boolean')
        this.faults.push(
          `${JSON.stringify(this.textOf(child))} is a ${type}, but \`and\` and \`or\` join true and false`,
        );
    }
    return 'boolean';
  }

  private comparison(node: SyntaxNode): Known {
    const isTest = childrenOf(node).some((child) => child.name === 'in');
    const [left, ...plain] = valuesBelow(node);
    if (left === undefined) return 'boolean';
    const others = isTest ? plain.flatMap(literalsIn) : plain;
    const type = this.typeOf(left);
    for (const right of others) {
      const other = this.typeOf(right);
      if (!goTogether(type, other))
        this.faults.push(
          `${JSON.stringify(this.textOf(left))} is a ${type ?? ''} and ${JSON.stringify(this.textOf(right))} a ${other ?? ''}: they cannot be compared`,
        );
    }
    return 'boolean';
  }

  private arithmetic(node: SyntaxNode): Known {
    const operands = valuesBelow(node);
    for (const operand of operands) {
      const type = this.typeOf(operand);
      if (type === 'text') return 'text';
      if (type === null || type === 'number') continue;
      const remedy = type === 'date' ? '; use plusDays, plusMonths or daysBetween' : '';
      this.faults.push(
        `${JSON.stringify(this.textOf(operand))} is a ${type}, with which nothing can be computed${remedy}`,
      );
    }
    return 'number';
  }

  private call(node: SyntaxNode): Known {
    const [callee, ...rest] = childrenOf(node);
    for (const child of rest) this.typesBelow(child);
    const name = callee === undefined ? '' : this.textOf(callee);
    return Object.hasOwn(RESULTS, name) ? (RESULTS[name] ?? null) : null;
  }

  private textOf(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }
}

/** Whether values of the two types can be compared or assigned. */
export function goTogether(one: Known, other: Known): boolean {
  if (one === null || other === null || one === other) return true;
  // A text variable may hold a date, and a duration is compared as it is written.
  return WRITTEN_AS_TEXT.has(one) && WRITTEN_AS_TEXT.has(other) && !(one === 'date' && other === 'duration');
}

export function feelTypeOf(type: ValueType): FeelType {
  return DECLARED[type];
}

const TOKENS: ReadonlySet<string> = new Set(['(', ')', 'and', 'or', 'in', 'between', 'CompareOp', 'ArithOp']);

function valuesBelow(node: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(node).filter((child) => !TOKENS.has(child.name));
}

const LITERALS: ReadonlySet<string> = new Set(['NumericLiteral', 'StringLiteral', 'BooleanLiteral']);

function literalsIn(node: SyntaxNode): readonly SyntaxNode[] {
  return LITERALS.has(node.name) ? [node] : childrenOf(node).flatMap(literalsIn);
}
