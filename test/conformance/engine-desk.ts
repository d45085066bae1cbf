import type { Caller } from '#libs/identity';
import {
  ActCommand,
  AddSignersCommand,
  ClaimTaskCommand,
  type CommandResult,
  DelegateTaskCommand,
  GiveOpinionCommand,
  ReleaseTaskCommand,
  RemoveSignersCommand,
  RetractVoteCommand,
  TransferTaskCommand,
} from '#libs/engine';
import type { EngineUnderTest } from '#testing/engine';
import { UserError } from '#libs/platform';
import type { DataSource } from 'typeorm';
import type { Action } from './action-words.js';
import { type ConformanceCase, type Outcome, POOL } from './case-table.js';
import { type Actor, DRAWN, type Person, PERSONS } from './persons.js';

/** What all rows share: the engine, its database, and the people as callers. */
export interface Office {
  readonly engine: EngineUnderTest;
  readonly dataSource: DataSource;
  readonly callers: ReadonlyMap<Person, Caller>;
}

interface StoredSeat {
  readonly id: number;
  readonly userId: number;
  readonly status: string;
}

const EVENTS = { approve: 'APPROVE', reject: 'REJECT', abstain: 'ABSTAIN' } as const;

/** The people of a row on a task of the real engine. */
export class EngineDesk {
  private drawn: Person | null = null;

  constructor(
    private readonly office: Office,
    private readonly row: ConformanceCase,
    private readonly rootId: number,
    private readonly taskId: number,
  ) {}

  /** Before anything happens: finds who was drawn. */
  async open(): Promise<this> {
    const [only, ...others] = [...(await this.openCandidates())];
    if (others.length === 0) this.drawn = this.personOf(only ?? 0);
    return this;
  }

  /** Null when it was taken, else the code of the refusal. */
  async act(action: Action): Promise<string | null> {
    try {
      await this.send(action);
      return null;
    } catch (error) {
      if (error instanceof UserError && error.status >= 400 && error.status < 500) return error.code;
      throw error;
    }
  }

  /** What a refusal must leave as it is. */
  async standing(): Promise<unknown> {
    const { dataSource } = this.office;
    const history = await dataSource.query('SELECT COUNT(*) AS count FROM engine_history WHERE root_id = ?', [
      this.rootId,
    ]);
    const tasks = await dataSource.query('SELECT id, status, round FROM engine_task WHERE root_id = ?', [this.rootId]);
    return { history, tasks, todo: await this.todo(), outcome: await this.outcome() };
  }

  async outcome(): Promise<Outcome> {
    const states = await this.openStates();
    if (states.some((state) => state.endsWith('passed'))) return '通过';
    return states.some((state) => state.endsWith('refused')) ? '否决' : '未定';
  }

  /** Open tasks beside the one that is signed, without the steps after it. */
  async openStates(): Promise<readonly string[]> {
    const rows: { state: string }[] = await this.office.dataSource.query(
      "SELECT state FROM engine_task WHERE root_id = ? AND status = 'open'",
      [this.rootId],
    );
    return rows.map(({ state }) => state);
  }

  async todo(): Promise<string> {
    const users = await this.openCandidates();
    if (users.size === 0) return '无';
    if (users.has(0)) return POOL;
    const names = PERSONS.filter((person) => users.has(this.callerOf(person).userId)).join('');
    return this.row.todo === DRAWN && names === this.drawn ? DRAWN : names;
  }

  private async openCandidates(): Promise<ReadonlySet<number>> {
    const rows: { user_id: string }[] = await this.office.dataSource.query(
      `SELECT c.user_id FROM engine_task_candidate c JOIN engine_task t ON t.id = c.task_id
       WHERE c.task_id = ? AND c.is_open = 1 AND t.status = 'open'`,
      [this.taskId],
    );
    return new Set(rows.map((row) => Number(row.user_id)));
  }

  private async send({ actor, deed }: Action): Promise<CommandResult> {
    const { engine } = this.office;
    const request = { caller: this.callerOf(actor), taskId: this.taskId, comment: '一致性用例' };
    switch (deed.does) {
      case 'vote':
        return engine.get(ActCommand).execute({ ...request, event: EVENTS[deed.vote], taskVersion: null, payload: {} });
      case 'claim':
        return engine.get(ClaimTaskCommand).execute(request);
      case 'release':
        return engine.get(ReleaseTaskCommand).execute(request);
      case 'resolve':
        return engine.get(GiveOpinionCommand).execute({ ...request, opinion: 'approve' });
      case 'retract':
        return engine.get(RetractVoteCommand).execute(request);
      case 'transfer':
        return engine.get(TransferTaskCommand).execute({ ...request, to: this.callerOf(deed.to).userId });
      case 'delegate':
        return engine.get(DelegateTaskCommand).execute({ ...request, to: this.callerOf(deed.to).userId });
      case 'addBefore':
        return engine.get(AddSignersCommand).execute({ ...request, users: this.usersOf(deed.persons), act: null });
      case 'addAfter': {
        const act = { event: EVENTS[deed.vote], payload: {}, comment: null };
        return engine.get(AddSignersCommand).execute({ ...request, users: this.usersOf(deed.persons), act });
      }
      case 'remove':
        return engine.get(RemoveSignersCommand).execute({ ...request, seats: await this.seatsOf(deed.persons) });
    }
  }

  /** The last seat of each person that still stands. */
  private async seatsOf(persons: readonly Person[]): Promise<readonly number[]> {
    const [row] = await this.office.dataSource.query('SELECT round FROM engine_task WHERE id = ?', [this.taskId]);
    const stored = typeof row.round === 'string' ? JSON.parse(row.round) : row.round;
    const seats = stored.round.seats as readonly StoredSeat[];
    return this.usersOf(persons).map(
      (user) => seats.findLast(({ userId, status }) => userId === user && status !== 'removed')?.id ?? 0,
    );
  }

  private usersOf(persons: readonly Person[]): readonly number[] {
    return persons.map((person) => this.callerOf(person).userId);
  }

  private callerOf(actor: Actor): Caller {
    const person = actor === DRAWN ? this.drawn : actor;
    const caller = person === null ? undefined : this.office.callers.get(person);
    if (caller === undefined) throw new TypeError(`${this.row.id}: nobody was drawn`);
    return caller;
  }

  private personOf(userId: number): Person | null {
    return PERSONS.find((person) => this.office.callers.get(person)?.userId === userId) ?? null;
  }
}
