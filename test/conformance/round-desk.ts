import {
  applyToRound,
  openRound,
  openSeats,
  parseProcess,
  type Round,
  type RoundOperation,
  type RoundPerson,
  type Seat,
  type SignSpec,
} from '#libs/kernel';
import type { Action } from './action-words.js';
import { type ConformanceCase, type Outcome, POOL } from './case-table.js';
import { definitionOf, signIn } from './definitions.js';
import { type Actor, DELEGATE, DRAWN, type Person, PERSONS, PRINCIPAL } from './persons.js';

const ROLE = 'leader';

/** The people of a row on a round of the kernel: no engine, no database. */
export class RoundDesk {
  private round: Round;

  constructor(private readonly row: ConformanceCase) {
    const pool = row.signers.length === 0 ? [{ userId: 0, organisationId: 1, role: ROLE }] : row.signers.map(personOf);
    const weights = ruleOf(row).weights;
    this.round = openRound(
      ruleOf(row),
      pool.map((person) => ({ ...person, weight: person.userId === 1 ? (weights['auditor'] ?? 1) : 1 })),
    );
  }

  /** Null when it was taken, else the code of the refusal. */
  act(action: Action): string | null {
    const { actor, onBehalfOf } = action;
    const hasDelegation = onBehalfOf === null || (actor === DELEGATE && onBehalfOf === PRINCIPAL);
    const userId = this.userOf(onBehalfOf ?? actor);
    const seat = hasDelegation ? this.seatOf(userId) : undefined;
    if (seat === undefined) return 'unknown-seat';
    const outcome = applyToRound(this.round, this.operationOf(action, seat, userId));
    if (!outcome.ok) return outcome.refusal;
    this.round = outcome.round;
    return null;
  }

  get outcome(): Outcome {
    const { decision } = this.round;
    if (decision === null) return '未定';
    return decision === 'approve' ? '通过' : '否决';
  }

  get todo(): string {
    const open = openSeats(this.round);
    if (open.length === 0) return '无';
    if (open.some(({ userId }) => userId === 0)) return POOL;
    const names = PERSONS.filter((_, index) => open.some(({ userId }) => userId === index + 1)).join('');
    return this.row.todo === DRAWN && names === this.row.signers[0] ? DRAWN : names;
  }

  private userOf(actor: Actor): number {
    if (actor === DRAWN) return this.round.seats.find(({ origin }) => origin === 'assigned')?.userId ?? 0;
    return PERSONS.indexOf(actor) + 1;
  }

  /** The open seat of the person, or of its pool; else the last in which it sat. */
  private seatOf(userId: number): Seat | undefined {
    const standing = this.round.seats.filter(({ status }) => status !== 'removed');
    const own = standing.filter((seat) => seat.userId === userId);
    const pool = standing.find((seat) => seat.userId === 0 && seat.status === 'open');
    return own.find(({ status }) => status === 'open') ?? pool ?? own.at(-1);
  }

  private operationOf({ deed }: Action, { id: seat }: Seat, by: number): RoundOperation {
    switch (deed.does) {
      case 'vote':
        return { op: 'vote', seat, vote: deed.vote, by };
      case 'claim':
        return { op: 'claim', seat, userId: by };
      case 'release':
      case 'resolve':
      case 'retract':
        return { op: deed.does, seat };
      case 'transfer':
      case 'delegate':
        return { op: deed.does, seat, to: personOf(deed.to), by };
      case 'addBefore':
        return { op: 'addBefore', seat, signers: deed.persons.map(personOf), by };
      case 'addAfter':
        return { op: 'addAfter', seat, signers: deed.persons.map(personOf), vote: deed.vote, by };
      case 'remove':
        return { op: 'remove', seats: deed.persons.map((person) => this.seatOf(this.userOf(person))?.id ?? 0) };
    }
  }
}

function personOf(person: Person): RoundPerson {
  return { userId: PERSONS.indexOf(person) + 1, organisationId: 1, role: ROLE };
}

const rules = new Map<string, SignSpec>();

/** The rule as the process language reads it. */
function ruleOf(row: ConformanceCase): SignSpec {
  const known = rules.get(row.sign);
  if (known !== undefined) return known;
  const parsed = parseProcess(definitionOf({ sign: row.sign, branch: '普通' }), row.id);
  if (!parsed.ok) throw new TypeError(parsed.problems.map(({ message }) => message).join('\n'));
  const sign = signIn(parsed.value);
  if (sign === undefined) throw new TypeError(`${row.id}: the definition has no signed task`);
  rules.set(row.sign, sign);
  return sign;
}
