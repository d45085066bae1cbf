import { Injectable } from '@nestjs/common';
import type { EffectContext } from '#libs/engine';
import type { EntityManager } from 'typeorm';
import { BudgetRepository, type StoredLine } from '../budget/budget.repository.js';
import { OpinionRecorder } from '../opinion/opinion.recorder.js';
import { LineOpinionEntity } from './line-opinion.entity.js';
import { grantedSources, type RequestedLine, reviewProblems } from './review.check.js';
import { ReviewSumsError } from './review.error.js';
import type { LineReview, ReviewInput } from './review.form.js';
import { ReviewedSourceEntity } from './reviewed-source.entity.js';

const LEVEL = 'finance';

/** Keeps what finance grants line by line, and from which accounts. */
@Injectable()
export class ReviewRecorder {
  constructor(
    private readonly budgets: BudgetRepository,
    private readonly opinions: OpinionRecorder,
  ) {}

  async record(context: EffectContext, review: ReviewInput): Promise<void> {
    const budget = await this.budgets.latest(context.manager, context.rootId);
    const lines = await this.budgets.lines(context.manager, budget.id);
    const problems = reviewProblems(review, lines.map(requestedOf));
    if (problems.length > 0) throw new ReviewSumsError(problems);
    const { opinion, approvedTotal } = review;
    const opinionId = await this.opinions.record(context, { level: LEVEL, outcome: 'agreed', opinion, approvedTotal });
    for (const lineReview of review.lines) await this.addLine(context, opinionId, { review: lineReview, lines });
  }

  /** What the latest review grants from each account: what sign-off posts. */
  async granted(manager: EntityManager, rootId: number): Promise<{ accountId: number; amount: number }[]> {
    const opinion = await this.opinions.latest(manager, rootId, LEVEL);
    if (!opinion) return [];
    const sources = await manager.find(ReviewedSourceEntity, {
      where: { opinionId: opinion.id },
      order: { id: 'ASC' },
    });
    return sources.map(({ accountId, amount }) => ({ accountId, amount }));
  }

  private async addLine(
    context: EffectContext,
    opinionId: number,
    { review, lines }: { review: LineReview; lines: readonly StoredLine[] },
  ): Promise<void> {
    const line = lines.find((candidate) => candidate.number === review.line);
    if (!line) return;
    const { approvedAmount, reason } = review;
    const key = { opinionId, lineId: line.id };
    const amounts = { requestedAmount: line.amount, approvedAmount, reason };
    await context.manager.insert(LineOpinionEntity, { id: context.nextId(), ...key, number: line.number, ...amounts });
    const sources = grantedSources(review, requestedOf(line)).filter(({ amount }) => amount > 0);
    const rows = sources.map(({ account, amount }) => ({ id: context.nextId(), ...key, accountId: account, amount }));
    if (rows.length > 0) await context.manager.insert(ReviewedSourceEntity, rows);
  }
}

function requestedOf(line: StoredLine): RequestedLine {
  const { number, amount } = line;
  return {
    number,
    amount,
    sources: line.sources.map((source) => ({ account: source.accountId, amount: source.amount })),
  };
}
