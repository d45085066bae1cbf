import { Injectable } from '@nestjs/common';
import { type Delegation, DelegationBook, type Mandate, OrganisationDirectory } from '#libs/identity';
import type { TaskRow } from '../instances/case.rows.js';
import { isCandidate, isMeant, type Person } from './caller.scope.js';

/** In whose name somebody acts on a task. */
export interface Standing {
  /** Null in one's own name. */
  readonly onBehalfOf: number | null;
  /** Of the principal; null in one's own name. */
  readonly organisationId: number | null;
  /** 文号 of the delegations, the principal's first. */
  readonly documents: readonly string[];
}

/** A task and the case that it is part of, as far as delegations are limited by them. */
export interface TaskPlace {
  readonly candidates: TaskRow['candidates'];
  readonly process: string;
  readonly divisionCode: string;
}

const OWN: Standing = { onBehalfOf: null, organisationId: null, documents: [] };

/** 代理: a candidate acts in its own name; who is none may act for one who is. Answers from memory. */
@Injectable()
export class StandingSource {
  constructor(
    private readonly book: DelegationBook,
    private readonly directory: OrganisationDirectory,
  ) {}

  /** Null when the person has no business with the task. */
  of(person: Person, task: TaskPlace, at: Date): Standing | null {
    if (isCandidate(task, person)) return OWN;
    const mandate = this.book.mandatesOf(person.userId, at).find((one) => this.reaches(one, task));
    if (!mandate) return null;
    return {
      onBehalfOf: mandate.principalId,
      organisationId: this.directory.user(mandate.principalId)?.organisationId ?? null,
      documents: mandate.chain.map(({ documentNumber }) => documentNumber),
    };
  }

  /** The delegation by which the person could once have acted, or will: to say why it cannot now. */
  notInForce(person: Person, task: TaskPlace): Delegation | null {
    const received = this.book.received(person.userId);
    const fitting = received.filter((one) => this.reaches({ principalId: one.principalId, chain: [one] }, task));
    return fitting.toSorted((a, b) => a.lastDay.localeCompare(b.lastDay)).at(-1) ?? null;
  }

  private reaches(mandate: Mandate, { candidates, process, divisionCode }: TaskPlace): boolean {
    const principal = this.directory.user(mandate.principalId);
    if (!principal) return false;
    const person = { userId: principal.id, organisationId: principal.organisationId, roles: principal.roles };
    return candidates.some(
      (candidate) =>
        isMeant(candidate, person) && this.book.isAbout(mandate, { role: candidate.role, process, divisionCode }),
    );
  }
}
