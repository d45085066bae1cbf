import { expressionsOf } from '../../definition/definition-index.js';
import type { ProcessDefinition } from '../../definition/language.js';
import { analyseExpression, childrenOf, type SyntaxNode } from '../../expressions/analyse-expression.js';
import type { GateRule } from '../gate-rule.js';

/** FEEL numbers are floats: a share of fen computed with them may be one fen off, or cross a legal limit. */
export const moneyFractionRule: GateRule = {
  id: 'money-fraction',
  meaning: 'Money is multiplied or divided by a fraction',
  remedy: 'Use `shareOf` or `exceedsShare` with whole numbers',
  check(index, problems) {
    const money = moneyNames(index.definition);
    for (const state of index.states.values()) {
      for (const { text, pointer } of expressionsOf(state)) {
        if (!new MoneyReading(text, money).hasFraction(analyseExpression(text, money).root)) continue;
        problems.add(
          'money-fraction',
          index.lineOf(pointer),
          `the expression ${JSON.stringify(text)} in the state \`${state.path}\` multiplies or divides an amount of money by a fraction`,
          'Use whole numbers: `shareOf(amount, 45, 100)` for a share, `exceedsShare(amount, whole, 45, 100)` for a limit.',
        );
      }
    }
  },
};

function moneyNames({ variables, parameters }: ProcessDefinition): ReadonlySet<string> {
  const declared = [...Object.entries(variables), ...Object.entries(parameters)];
  return new Set(declared.filter(([, spec]) => spec.type === 'money').map(([name]) => name));
}

class MoneyReading {
  constructor(
    private readonly text: string,
    private readonly money: ReadonlySet<string>,
  ) {}

  hasFraction(node: SyntaxNode): boolean {
    return this.isFraction(node) || childrenOf(node).some((child) => this.hasFraction(child));
  }

  private isFraction(node: SyntaxNode): boolean {
    if (node.name !== 'ArithmeticExpression') return false;
    const operator = childrenOf(node).find((child) => child.name === 'ArithOp');
    const [left, right] = childrenOf(node).filter((child) => child !== operator && child.name !== 'ArithOp');
    if (operator === undefined || left === undefined || right === undefined) return false;
    switch (this.textOf(operator)) {
      case '/':
      case '**':
        return this.isMoney(left) || this.isMoney(right);
      case '*':
        return (this.isMoney(left) && this.isBroken(right)) || (this.isMoney(right) && this.isBroken(left));
      default:
        return false;
    }
  }

  /** Calls are left out: what they give back is their own affair. */
  private isMoney(node: SyntaxNode): boolean {
    if (node.name === 'FunctionInvocation') return false;
    if (node.name === 'VariableName') return this.money.has(this.textOf(node));
    return childrenOf(node).some((child) => this.isMoney(child));
  }

  private isBroken(node: SyntaxNode): boolean {
    if (node.name === 'NumericLiteral') return this.textOf(node).includes('.');
    if (node.name === 'ArithOp' && this.textOf(node) === '/') return true;
    return childrenOf(node).some((child) => this.isBroken(child));
  }

  private textOf(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }
}
