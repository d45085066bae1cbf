import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { actorOf } from '../authority/caller.scope.js';
import { Visibility } from '../authority/visibility.js';
import { CommandRunner } from '../commands/command.runner.js';
import { resultOf } from '../commands/command.result.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { Interveners } from './interveners.js';
import { InterventionBook } from './intervention.book.js';
import type { Intervention, InterventionKind, InterventionWish } from './intervention.js';

export interface ProposeRequest {
  readonly caller: Caller;
  readonly rootId: number;
  readonly kind: InterventionKind;
  readonly wanted: InterventionWish;
  readonly reason: string;
  readonly receivedAt: Date;
}

/** Asks for an intervention; what could not be done now is refused at once, and nothing changes before it is confirmed. */
@Injectable()
export class ProposeInterventionCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly interveners: Interveners,
    private readonly visibility: Visibility,
    private readonly book: InterventionBook,
  ) {}

  async execute(request: ProposeRequest): Promise<Intervention> {
    const { caller, rootId, kind, wanted, reason, receivedAt } = request;
    await this.visibility.assertMaySee(caller, rootId);
    const asked = { rootId, kind, wanted, reason, proposedBy: caller.userId, proposedAt: receivedAt };
    const entered: Intervention[] = [];
    await this.runner.run({ rootId, actor: actorOf(caller), receivedAt }, async (tx) => {
      await this.interveners.of(kind).check(tx, { kind, wanted });
      entered.push(this.book.enter(tx, asked));
      tell(tx, request);
      return resultOf(tx, 0, []);
    });
    // A command that was tried again has entered it once more: the last try is the one that was committed.
    return entered.at(-1) ?? unentered();
  }
}

function unentered(): never {
  throw new RangeError('a command that was committed has entered no intervention');
}

/** That it was asked for stands in the history even when nobody confirms it. */
function tell(tx: CaseTransaction, { kind, wanted, reason }: ProposeRequest): void {
  tx.history.push({
    seq: tx.nextSeq(),
    instanceId: [...tx.instances.values()].find(({ parentId }) => parentId === null)?.id ?? 0,
    kind: 'proposed',
    at: tx.advance(tx.frame.receivedAt),
    actor: tx.frame.actor,
    taskId: null,
    event: kind,
    facts: { wanted: { ...wanted }, comment: reason },
    payload: {},
  });
}
