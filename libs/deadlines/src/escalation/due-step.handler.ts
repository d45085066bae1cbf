import { Injectable } from '@nestjs/common';
import type { DueStepHandler, DueStepOutcome, DueStepRequest } from '#libs/engine';
import { Announcer } from '../notifications/announcer.js';
import type { Announcement } from '../notifications/notification.facts.js';
import { EscalationMeter } from './escalation.meter.js';
import { RecipientFinder } from './recipient.finder.js';

/** Word of the ladders for the organisation that has the task; every other word is a relation. */
const OWNER = 'owner';
/** Width of deadlines_notification.responsible. */
const LONGEST_NAMES = 200;

/** Reminders go to those who have the task, rungs to the post that the ladder names. */
@Injectable()
export class NotifyingDueSteps implements DueStepHandler {
  constructor(
    private readonly recipients: RecipientFinder,
    private readonly announcer: Announcer,
    private readonly meter: EscalationMeter,
  ) {}

  async apply(request: DueStepRequest): Promise<DueStepOutcome> {
    const userIds = await this.findRecipients(request);
    const { step } = request;
    if (step.kind === 'rung') request.afterCommit(() => this.meter.escalated(step.level, userIds.length === 0));
    if (userIds.length === 0) return { recipients: [], vacant: true, facts: {} };
    const terms = await termsOf(request);
    await this.announcer.announce(
      announcement(request, { ...terms, userIds, responsible: this.responsible(request) }),
      {
        manager: request.manager,
        nextId: () => request.nextId(),
      },
    );
    return { recipients: userIds, vacant: false, facts: {} };
  }

  private async findRecipients(request: DueStepRequest): Promise<number[]> {
    const { step, owners } = request;
    if (step.kind === 'remind') return this.recipients.ofOwners(owners);
    const { organisation, role } = step.to;
    const first = owners.slice(0, 1).map((owner) => owner.organisationId);
    return this.recipients.ofPost(organisation === OWNER ? first : await request.organisations(organisation), role);
  }

  private responsible({ owners }: DueStepRequest): string {
    return this.recipients.namesOf(owners).slice(0, LONGEST_NAMES);
  }
}

type Terms = Pick<Announcement, 'law' | 'isProvisional'>;

/** The law that a due time rests on stands on its timer. */
async function termsOf({ manager, timerId }: DueStepRequest): Promise<Terms> {
  const rows: { law: string | null; provisional: number }[] = await manager.query(
    'SELECT law, provisional FROM engine_timer WHERE id = ?',
    [timerId],
  );
  return { law: rows[0]?.law ?? null, isProvisional: rows[0]?.provisional === 1 };
}

function announcement(
  request: DueStepRequest,
  found: Terms & Pick<Announcement, 'userIds' | 'responsible'>,
): Announcement {
  const { step, timerId, stepIndex } = request;
  return {
    ...found,
    kind: step.kind === 'rung' ? 'escalation' : 'reminder',
    level: step.kind === 'rung' ? step.level : null,
    origin: `timer-${timerId}-${stepIndex}`,
    rootId: request.rootId,
    taskId: request.taskId,
    caseTitle: request.rootTitle,
    taskTitle: request.taskTitle,
    dueAt: request.dueAt,
    at: request.at,
  };
}
