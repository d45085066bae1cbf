import type { Actor, JsonObject } from '#libs/kernel';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { OutboxMessage } from '../effects/effect.js';
import type { HistoryDraft } from '../history/history.draft.js';
import type { InstanceRow, RootRow, SuspensionRow, TaskRow, TimerRow } from './case.rows.js';
import type { PendingStep } from '../steps/pending.step.js';
import type { Statement } from './sql.packet.js';

/** What was read under the lock of the root. */
export interface LoadedCase {
  readonly root: RootRow;
  readonly instances: readonly InstanceRow[];
  readonly tasks: readonly TaskRow[];
  readonly timers: readonly TimerRow[];
  readonly parties: ReadonlyMap<string, readonly number[]>;
  /** What stands still. */
  readonly suspensions: readonly SuspensionRow[];
  /** Users named for a relation: its tasks are theirs alone. */
  readonly persons: ReadonlyMap<string, readonly number[]>;
  /** 回避: people with a declared conflict of interest in this case. */
  readonly recused: ReadonlySet<number>;
  /** Tasks of this case that the actor has done: for separation of duties. */
  readonly doneByActor: readonly { readonly instanceId: number; readonly state: string }[];
}

/** Who and when, for all that a command does. */
export interface CommandFrame {
  readonly actor: Actor | null;
  /** Business time at the API's edge. */
  readonly receivedAt: Date;
  /** System time of the command. */
  readonly recordedAt: Date;
}

/** Work that waits to be written at the end of a command: one packet, then commit. */
export class CaseTransaction {
  readonly root: RootRow;
  readonly instances: Map<number, InstanceRow>;
  readonly tasks: Map<number, TaskRow>;
  readonly timers: Map<number, TimerRow>;
  readonly parties: Map<string, readonly number[]>;
  readonly suspensions: Map<number, SuspensionRow>;
  readonly persons: Map<string, readonly number[]>;
  readonly doneByActor: LoadedCase['doneByActor'];
  readonly recused: ReadonlySet<number>;
  readonly statements: Statement[] = [];
  readonly history: HistoryDraft[] = [];
  readonly outbox: { readonly id: number; readonly message: OutboxMessage }[] = [];
  /** Steps that go on at once because nobody has to act; taken before anything else of the case. */
  readonly passes: PendingStep[] = [];
  /** Views that changed in this command; looked at when its steps are taken. */
  readonly signals: string[] = [];
  readonly afterCommit: (() => void)[] = [];
  /** 代理: the person for whom the actor acts, once the gate has found that out. */
  onBehalfOf: number | null = null;
  onBehalfOfOrganisation: number | null = null;
  /** 补录: when that was really done which the actor enters now. */
  enteredFor: JsonObject | null = null;
  /** Files that the actor's form names, by their content. */
  readonly attachments: { readonly id: number; readonly sha256: string }[] = [];
  /** Title by which the case is found so far; null for a case that begins. */
  readonly indexedTitle: string | null;
  private readonly tasksBefore: readonly TaskRow[];
  /** What this command opened and where it stands now, for the answer. */
  readonly openedTasks: number[] = [];

  constructor(
    readonly runner: QueryRunner,
    readonly frame: CommandFrame,
    loaded: LoadedCase,
    private readonly nextIdOf: () => number,
  ) {
    this.root = loaded.root;
    this.indexedTitle = loaded.root.seq === 0 ? null : loaded.root.title;
    this.tasksBefore = loaded.tasks;
    this.instances = new Map(loaded.instances.map((row) => [row.id, row]));
    this.tasks = new Map(loaded.tasks.map((row) => [row.id, row]));
    this.timers = new Map(loaded.timers.map((row) => [row.id, row]));
    this.parties = new Map(loaded.parties);
    this.persons = new Map(loaded.persons);
    this.suspensions = new Map(loaded.suspensions.map((row) => [row.id, row]));
    this.doneByActor = loaded.doneByActor;
    this.recused = loaded.recused;
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  nextId(): number {
    return this.nextIdOf();
  }

  write(sql: string, values: readonly unknown[]): void {
    this.statements.push({ sql, values });
  }

  emit(message: OutboxMessage): void {
    this.outbox.push({ id: this.nextId(), message });
  }

  /** Business time of what happens now: never before what has happened. */
  advance(at: Date): Date {
    if (at > this.root.businessAt) this.root.businessAt = at;
    return this.root.businessAt;
  }

  /** Number of the history row that the current step will have. */
  nextSeq(): number {
    this.root.seq += 1;
    return this.root.seq;
  }

  /** Tasks that were open before and are not any more. */
  closedTasks(): TaskRow[] {
    return this.tasksBefore.filter(({ id }) => !this.tasks.has(id));
  }

  childrenOf(instanceId: number): InstanceRow[] {
    return [...this.instances.values()].filter((row) => row.parentId === instanceId && row.status === 'active');
  }
}

/** The answer of every command. */
export interface CommandResult {
  readonly rootId: number;
  readonly instanceId: number;
  readonly seq: number;
  readonly active: readonly string[];
  readonly openedTasks: readonly number[];
  /** Number of the receipt for what the caller entered; null where nothing was. */
  readonly receipt: string | null;
  readonly [fact: string]: JsonObject[string];
}
