import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { type FieldProblem, SansheError, UserError } from '#libs/platform';
import { ActCommand } from '../commands/act.command.js';
import type { IdempotencyRequest } from '../commands/command.runner.js';
import type { CommandResult } from '../instances/case.transaction.js';

/** One task of a bulk, with what the caller decides on it. */
export interface BulkItem {
  readonly task: number;
  readonly version: number;
  readonly event: string;
  readonly form?: JsonObject | undefined;
  readonly comment?: string | undefined;
}

export interface BulkRequest {
  readonly caller: Caller;
  readonly items: readonly BulkItem[];
  readonly receivedAt: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** What became of one task: the answer of its command, or why it was refused. */
export interface BulkOutcome {
  readonly task: number;
  readonly ok: boolean;
  readonly answer: CommandResult | null;
  readonly refusal: BulkRefusal | null;
}

export interface BulkRefusal {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly errors: readonly FieldProblem[];
}

/** 批量办理: each task by a command of its own, so that one that is refused does not hold up the others. */
@Injectable()
export class BulkActCommand {
  constructor(private readonly act: ActCommand) {}

  async execute({ items, ...common }: BulkRequest): Promise<BulkOutcome[]> {
    const outcomes: BulkOutcome[] = [];
    // One after the other: tasks of one case would only wait for each other.
    for (const item of items) outcomes.push(await this.one(item, common));
    return outcomes;
  }

  private async one(
    item: BulkItem,
    { caller, receivedAt, idempotency }: Omit<BulkRequest, 'items'>,
  ): Promise<BulkOutcome> {
    const { task, version, event, form, comment } = item;
    try {
      const request = { caller, taskId: task, taskVersion: version, event, payload: form ?? {}, comment, receivedAt };
      const answer = await this.act.execute({ ...request, idempotency: keyOfOne(idempotency, item) });
      return { task, ok: true, answer, refusal: null };
    } catch (error) {
      if (!(error instanceof SansheError)) throw error;
      return { task, ok: false, answer: null, refusal: refusalOf(error) };
    }
  }
}

/** The key of the whole request, made one for each task: sent again, what was done is answered and the rest is tried. */
function keyOfOne(idempotency: IdempotencyRequest | undefined, item: BulkItem): IdempotencyRequest | undefined {
  if (!idempotency) return undefined;
  const key = createHash('sha256').update(`${idempotency.key}/${item.task}`).digest('hex');
  const { task, version, event, form, comment } = item;
  return { key, body: ['bulk', task, version, event, form ?? null, comment ?? null] };
}

function refusalOf(error: SansheError): BulkRefusal {
  const errors = error instanceof UserError ? error.fields : [];
  return { code: error.code, zh: error.text.zh, en: error.text.en, errors };
}
