import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import type { TaskSpec } from '#libs/kernel';
import { type Impartial, RelationSource } from '../authority/relation.source.js';
import type { Duty } from '../authority/substitute.finder.js';
import { NobodyResponsibleError } from '../commands/command.error.js';
import type { Candidate } from '../instances/case.rows.js';
import { candidatesOf, openStoredRound } from '../signing/round.keeper.js';
import type { StoredRound } from '../signing/stored.round.js';
import { type Draw, drawFrom, seedOf } from './draw.js';
import type { PendingStep, StepRecord } from '../steps/pending.step.js';
import type { StepScope } from '../steps/step.scope.js';

/** Who has a task when it opens. */
export interface Assignment {
  readonly candidates: readonly Candidate[];
  /** Null when whoever acts first decides. */
  readonly round: StoredRound | null;
  /** How they were drawn by lot, for everybody to check. */
  readonly draw?: Draw;
}

/** For whom, and by what step, a task is opened. */
export interface AssignmentScope extends Pick<StepScope, 'tx' | 'instance'> {
  readonly pending: Pick<PendingStep, 'assign' | 'facts' | 'kind' | 'instanceId'>;
  readonly record: Pick<StepRecord, 'seq'>;
}

/** 指派: who has the task of an entered state. */
@Injectable()
export class TaskAssigner {
  constructor(
    private readonly relations: RelationSource,
    private readonly directory: OrganisationDirectory,
  ) {}

  async assign(scope: AssignmentScope, statePath: string, spec: TaskSpec): Promise<Assignment> {
    const { candidates, excluded } = await this.candidates(scope, statePath, spec);
    if (!spec.sign || spec.sign.mode === 'one') return { candidates, round: null };
    const persons = candidates.flatMap((candidate) => this.personsOf(candidate, excluded));
    const { sign } = spec;
    if (persons.length === 0) throw nobody(spec, statePath);
    if (sign.mode === 'random') return drawn(scope, statePath, persons);
    const round = openStoredRound(
      spec,
      persons.map((person) => ({ ...person, weight: this.weightOf(person, sign.weights) })),
    );
    return { candidates: candidatesOf(round.round).map((one) => withReason(one, candidates)), round };
  }

  private async candidates(scope: AssignmentScope, statePath: string, spec: TaskSpec): Promise<Impartial> {
    const { assign } = scope.pending;
    if (assign?.state === statePath) return { candidates: [assign.candidate], excluded: new Set() };
    const found = await this.relations.impartial(scope.tx, spec.assignee, dutyOf(scope, spec));
    if (found.candidates.length === 0) throw nobody(spec, statePath);
    return found;
  }

  /** Several decide by name: a role stands for everybody who has it now and may act. */
  private personsOf(candidate: Candidate, excluded: ReadonlySet<number>): readonly Candidate[] {
    if (candidate.userId !== 0) return [candidate];
    const members = this.directory.members(candidate.organisationId, candidate.role);
    return members.filter(({ id }) => !excluded.has(id)).map(({ id }) => ({ ...candidate, userId: id }));
  }

  /** The greatest weight that any role of the person has. */
  private weightOf({ userId }: Candidate, weights: Readonly<Record<string, number>>): number {
    const roles = this.directory.user(userId)?.roles ?? [];
    const own = roles.flatMap((role) => weights[role] ?? []);
    return own.length > 0 ? Math.max(...own) : 1;
  }
}

/** A seat tells no reason; the post from which it was filled does. */
function withReason(candidate: Candidate, posts: readonly Candidate[]): Candidate {
  const post = posts.find((one) => one.organisationId === candidate.organisationId && one.role === candidate.role);
  return post?.substituted ? { ...candidate, substituted: post.substituted } : candidate;
}

/** What the people of the task must be free of. */
function dutyOf({ instance, pending }: AssignmentScope, { not }: TaskSpec): Duty {
  const { state } = pending.facts;
  const isOwn = pending.kind === 'acted' && pending.instanceId === instance.id;
  return { instanceId: instance.id, not, leaving: isOwn && typeof state === 'string' ? state : null };
}

/** 随机一人. */
function drawn({ tx, record }: AssignmentScope, statePath: string, persons: readonly Candidate[]): Assignment {
  const seed = seedOf(tx.root.chainHead, tx.root.id, record.seq, statePath);
  const draw = drawFrom(
    persons.map(({ userId }) => userId),
    1,
    seed,
  );
  return { candidates: persons.filter(({ userId }) => draw.drawn.includes(userId)), round: null, draw };
}

function nobody({ assignee }: TaskSpec, statePath: string): NobodyResponsibleError {
  return new NobodyResponsibleError(assignee.organisation, assignee.role, statePath);
}
