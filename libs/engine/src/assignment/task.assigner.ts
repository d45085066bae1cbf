import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import type { InsteadSpec, JsonObject, PartyRole, TaskSpec } from '#libs/kernel';
import { RelationSource } from '../authority/relation.source.js';
import type { Duty } from '../authority/substitute.finder.js';
import { NobodyResponsibleError } from '../commands/command.error.js';
import type { Candidate } from '../instances/case.rows.js';
import { candidatesOf, openStoredRound } from '../signing/round.keeper.js';
import type { Assignment, AssignmentScope, Pass } from './assignment.js';
import { InitiatorAssignedError } from './assignment.error.js';
import { ChoiceMaker, type Chosen } from './choice.maker.js';
import { drawFrom, seedOf } from './draw.js';
import { withoutRepeats } from './repeat.passer.js';

/** The task that is opened. */
export interface Opening {
  readonly statePath: string;
  readonly spec: TaskSpec;
  /** What its assignee computed. */
  readonly values: JsonObject;
}

interface Found extends Chosen {
  readonly excluded: ReadonlySet<number>;
}

/** 指派: who has the task of an entered state. */
@Injectable()
export class TaskAssigner {
  constructor(
    private readonly relations: RelationSource,
    private readonly directory: OrganisationDirectory,
    private readonly choices: ChoiceMaker,
  ) {}

  async assign(scope: AssignmentScope, opening: Opening): Promise<Assignment> {
    const { statePath, spec } = opening;
    const { assign } = scope.pending;
    if (assign?.state === statePath) return this.together(scope, opening, only(assign.candidates));
    const found = await this.found(scope, opening);
    if (this.isNobody(found, spec)) return this.instead(scope, opening, { ...why(spec.ifNobody, 'nobody'), found });
    const others = this.withoutInitiator(scope, spec, found);
    if (others.candidates.length === 0) {
      return this.instead(scope, opening, { ...why(spec.ifInitiator, 'initiator'), found });
    }
    return withoutRepeats(scope, this.together(scope, opening, others), spec);
  }

  private async found(scope: AssignmentScope, { statePath, spec, values }: Opening): Promise<Found> {
    const people = await this.relations.impartial(scope.tx, spec.assignee, dutyOf(scope, spec));
    if (!spec.choice) return people;
    const chosen = await this.choices.choose(scope, { statePath, choice: spec.choice, values }, people);
    return { ...chosen, excluded: people.excluded };
  }

  /** Without a rule for it a vacant post has the task until somebody is in it: the stall detector tells of it. */
  private isNobody(found: Found, { choice, ifNobody }: TaskSpec): boolean {
    if (found.candidates.length === 0) return true;
    return choice === undefined && ifNobody !== undefined && this.choices.personsOf(found).length === 0;
  }

  private withoutInitiator({ tx }: AssignmentScope, { ifInitiator }: TaskSpec, found: Found): Found {
    const { startedBy } = tx.root;
    if (!ifInitiator || startedBy === null) return found;
    const persons = this.choices.personsOf(found);
    if (!persons.some(({ userId }) => userId === startedBy)) return found;
    return { ...found, candidates: persons.filter(({ userId }) => userId !== startedBy) };
  }

  private async instead(
    scope: AssignmentScope,
    opening: Opening,
    { rule, reason, found }: { readonly rule: InsteadSpec; readonly reason: Pass['reason']; readonly found: Found },
  ): Promise<Assignment> {
    const draw = found.draw ? { draw: found.draw } : {};
    if (rule.kind === 'send') {
      return { candidates: [], round: null, ...draw, pass: { event: rule.event, reason, users: [] } };
    }
    if (rule.kind === 'refuse') {
      throw reason === 'initiator' ? new InitiatorAssignedError(opening.statePath) : nobody(opening);
    }
    const others = await this.relations.impartial(scope.tx, rule, dutyOf(scope, opening.spec));
    if (others.candidates.length === 0) throw nobody({ ...opening, spec: { ...opening.spec, assignee: rule } });
    return this.together(scope, opening, others);
  }

  /** Alone, by lot, or several in a round. */
  private together(scope: AssignmentScope, opening: Opening, found: Found): Assignment {
    const { candidates, draw } = found;
    const { sign } = opening.spec;
    if (!sign || sign.mode === 'one') return { candidates, round: null, ...(draw ? { draw } : {}) };
    const persons = this.choices.personsOf(found);
    if (persons.length === 0) throw nobody(opening);
    if (sign.mode === 'random') return byLot(scope, opening.statePath, persons);
    const signers = persons.map((person) => ({ ...person, weight: this.weightOf(person, sign.weights) }));
    const round = openStoredRound(opening.spec, signers);
    const open = candidatesOf(round.round).map((one) => withReason(one, candidates));
    return { candidates: open, round, ...(draw ? { draw } : {}) };
  }

  /** The greatest weight that any role of the person has. */
  private weightOf({ userId }: Candidate, weights: Readonly<Record<string, number>>): number {
    const roles = this.directory.user(userId)?.roles ?? [];
    const own = roles.flatMap((role) => weights[role] ?? []);
    return own.length > 0 ? Math.max(...own) : 1;
  }
}

function only(candidates: readonly Candidate[]): Found {
  return { candidates, excluded: new Set() };
}

function why(rule: InsteadSpec | undefined, reason: Pass['reason']) {
  return { rule: rule ?? ({ kind: 'refuse' } as const), reason };
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
function byLot({ tx, record }: AssignmentScope, statePath: string, persons: readonly Candidate[]): Assignment {
  const seed = seedOf(tx.root.chainHead, tx.root.id, record.seq, statePath);
  const ids = persons.map(({ userId }) => userId);
  const draw = drawFrom(ids, 1, seed);
  return { candidates: persons.filter(({ userId }) => draw.drawn.includes(userId)), round: null, draw };
}

function nobody({ spec, statePath }: { readonly spec: { readonly assignee: PartyRole }; readonly statePath: string }) {
  return new NobodyResponsibleError(spec.assignee.organisation, spec.assignee.role, statePath);
}
