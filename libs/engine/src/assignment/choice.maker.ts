import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import type { ChoiceSpec, Json, JsonObject } from '#libs/kernel';
import type { Impartial } from '../authority/relation.source.js';
import type { Candidate } from '../instances/case.rows.js';
import { type Draw, drawFrom, seedOf } from './draw.js';
import type { AssignmentScope } from './assignment.js';

/** What a task's assignee asks for, and what it computed when the task was entered. */
export interface Choosing {
  readonly statePath: string;
  readonly choice: ChoiceSpec;
  readonly values: JsonObject;
}

/** Those who were chosen, in their order. */
export interface Chosen {
  readonly candidates: readonly Candidate[];
  readonly draw?: Draw;
}

/** 选人: which of the people who could have a task do have it. */
@Injectable()
export class ChoiceMaker {
  constructor(private readonly directory: OrganisationDirectory) {}

  async choose(scope: AssignmentScope, choosing: Choosing, people: Impartial): Promise<Chosen> {
    const { choice, values } = choosing;
    const persons = this.personsOf(people);
    const named = (ids: readonly number[]): Chosen => ({
      candidates: ids.flatMap((id) => persons.find(({ userId }) => userId === id) ?? []),
    });
    switch (choice.by) {
      case 'person':
        return named(idsOf(values['person']));
      case 'initiator':
        return named(scope.tx.root.startedBy === null ? [] : [scope.tx.root.startedBy]);
      case 'actorOf':
        return named(await actorOf(scope, choice.state));
      case 'chain':
        return { candidates: this.chain(people, choice.roles) };
      case 'draw':
        return draw(scope, choosing, persons);
    }
  }

  /** Everybody who has a post, but those whom something keeps from the task. */
  personsOf({ candidates, excluded }: Impartial): readonly Candidate[] {
    return candidates.flatMap((candidate) => {
      if (candidate.userId !== 0) return [candidate];
      const members = this.directory.members(candidate.organisationId, candidate.role);
      return members.filter(({ id }) => !excluded.has(id)).map(({ id }) => ({ ...candidate, userId: id }));
    });
  }

  /** Each person once, in the first of the roles; a vacant post is skipped. */
  private chain({ candidates, excluded }: Impartial, roles: readonly string[]): readonly Candidate[] {
    const organisations = [...new Set(candidates.map(({ organisationId }) => organisationId))];
    const posts = roles.flatMap((role) => organisations.map((organisationId) => ({ organisationId, role, userId: 0 })));
    const persons = this.personsOf({ candidates: posts, excluded });
    return persons.filter((one, index) => persons.findIndex(({ userId }) => userId === one.userId) === index);
  }
}

/** Who did that step last; the actor itself when it is the step that is being left. */
async function actorOf({ tx, instance, pending }: AssignmentScope, state: string): Promise<readonly number[]> {
  const isLeaving = pending.kind === 'acted' && pending.instanceId === instance.id && pending.facts['state'] === state;
  const acting = tx.onBehalfOf ?? tx.frame.actor?.userId;
  if (isLeaving && acting !== undefined) return [acting];
  const rows: { id: number }[] = await tx.manager.query(
    `SELECT COALESCE(closed_on_behalf_of, closed_by) AS id FROM engine_task
     WHERE instance_id = ? AND state = ? AND closed_by IS NOT NULL ORDER BY closed_seq DESC LIMIT 1`,
    [instance.id, state],
  );
  return rows.map(({ id }) => Number(id));
}

/** Fewer than asked for is nobody: a panel that is too small decides nothing. */
function draw({ tx, record }: AssignmentScope, { statePath, values }: Choosing, persons: readonly Candidate[]): Chosen {
  const barred = new Set(idsOf(values['exclude']));
  const pool = persons.filter((one) => !barred.has(one.userId) && !barred.has(one.organisationId));
  const count = Number(values['count']);
  const seed = seedOf(tx.root.chainHead, tx.root.id, record.seq, statePath);
  const result = drawFrom(
    pool.map(({ userId }) => userId),
    count,
    seed,
  );
  const isEnough = Number.isInteger(count) && count > 0 && result.drawn.length === count;
  const drawn = result.drawn.flatMap((id) => pool.find(({ userId }) => userId === id) ?? []);
  return { candidates: isEnough ? drawn : [], draw: result };
}

function idsOf(value: Json | undefined): readonly number[] {
  const list: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [value ?? null];
  return list.filter((id): id is number => typeof id === 'number');
}
