import { expect } from '@jest/globals';
import {
  ActCommand,
  AttachmentService,
  ChainVerifier,
  FireTimerCommand,
  Replayer,
  SendEventCommand,
  StartRootCommand,
} from '#libs/engine';
import type { Caller, OrganisationRecord } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import type { EngineUnderTest } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import type { DataSource } from 'typeorm';

interface OpenTask {
  readonly id: number;
  readonly state: string;
}

interface ArmedTimer {
  readonly id: number;
  readonly generation: number;
  readonly next_at: Date;
}

export interface WalkOptions {
  readonly purchaser: Office;
  readonly process: string;
  readonly input: JsonObject;
}

/** An organisation with its people, each a caller by role. */
export class Office {
  private constructor(
    readonly organisation: OrganisationRecord,
    private readonly callers: ReadonlyMap<string, readonly Caller[]>,
  ) {}

  /** One person for each role; a role named twice has two. */
  static async open(
    dataSource: DataSource,
    place: { kind: string; division: string; name?: string },
    ...roles: string[]
  ) {
    const named = anOrganisation()
      .ofKind(place.kind)
      .in(place.division)
      .named(place.name ?? place.kind);
    const organisation = await named.insert(dataSource);
    const callers = new Map<string, Caller[]>();
    for (const role of roles) {
      const user = await aUser().of(organisation).withRoles(role).insert(dataSource);
      const caller = aCaller({
        userId: user.id,
        organisationId: organisation.id,
        organisationKind: place.kind,
        divisionCode: place.division,
        name: user.name,
        roles: [role],
      });
      callers.set(role, [...(callers.get(role) ?? []), caller]);
    }
    return new Office(organisation, callers);
  }

  get id(): number {
    return this.organisation.id;
  }

  as(role: string, index = 0): Caller {
    const caller = this.callers.get(role)?.[index];
    if (!caller) throw new Error(`${this.organisation.name} has no ${role} ${index}`);
    return caller;
  }

  all(role: string): readonly Caller[] {
    return this.callers.get(role) ?? [];
  }
}

/** Walks one case by its commands, as people and timers would. */
export class CaseWalk {
  private constructor(
    private readonly engine: EngineUnderTest,
    private readonly dataSource: DataSource,
    readonly rootId: number,
    readonly instanceId: number,
  ) {}

  static async start(engine: EngineUnderTest, dataSource: DataSource, options: WalkOptions): Promise<CaseWalk> {
    const { purchaser, process, input } = options;
    const { rootId, instanceId } = await engine.get(StartRootCommand).execute({
      caller: purchaser.as('business-officer'),
      process,
      kind: 'project',
      title: '测试项目',
      purchaserId: purchaser.id,
      divisionCode: purchaser.organisation.divisionCode,
      input,
      payload: {},
    });
    return new CaseWalk(engine, dataSource, rootId, instanceId);
  }

  /** A case that was begun by other means. */
  static of(engine: EngineUnderTest, dataSource: DataSource, rootId: number): CaseWalk {
    return new CaseWalk(engine, dataSource, rootId, 0);
  }

  async act(caller: Caller, state: string, event: string, payload: JsonObject = {}): Promise<void> {
    const tasks = await this.openTasks();
    const task = tasks.find((open) => open.state === state);
    if (!task) throw new Error(`no task in ${state}, but in ${tasks.map((open) => open.state).join(', ')}`);
    await this.engine.get(ActCommand).execute({ caller, taskId: task.id, event, taskVersion: null, payload });
  }

  async send(caller: Caller, event: string, payload: JsonObject, instanceId = this.instanceId): Promise<void> {
    await this.engine.get(SendEventCommand).execute({ caller, instanceId, event, payload });
  }

  /** Time goes on; whatever is due fires in order, as by its alarm. */
  async waitUntil(at: string): Promise<void> {
    const now = this.engine.clock.set(at);
    for (let timer = await this.due(now); timer; timer = await this.due(now)) {
      const alarm = { timerId: Number(timer.id), generation: timer.generation, firedBy: 'alarm' } as const;
      await this.engine.get(FireTimerCommand).execute(alarm);
    }
  }

  /** States with an open task. */
  async waiting(): Promise<string[]> {
    return (await this.openTasks()).map((task) => task.state).sort();
  }

  async status(): Promise<{ status: string; output: JsonObject | null }> {
    const rows: { status: string; output: JsonObject | string | null }[] = await this.dataSource.query(
      'SELECT status, output FROM engine_instance WHERE id = ?',
      [this.instanceId],
    );
    const output = rows[0]?.output ?? null;
    const parsed: unknown = typeof output === 'string' ? JSON.parse(output) : output;
    // The column is written by the engine as an object.
    return { status: rows[0]?.status ?? 'missing', output: parsed as JsonObject | null };
  }

  /** Replay gives the same case, and the chain of its history holds. */
  async assertSound(): Promise<void> {
    expect(await this.engine.get(Replayer).replay(this.rootId)).toMatchObject({ identical: true });
    expect(await this.engine.get(ChainVerifier).verify(this.rootId)).toMatchObject({ valid: true });
  }

  /** An uploaded file of that person, as forms name it. */
  async attachment(owner: Caller, name = '附件.pdf'): Promise<number> {
    const content = Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF\n`);
    const file = await this.engine.get(AttachmentService).upload(owner, { rootId: null, name, content });
    return file.id;
  }

  private openTasks(): Promise<OpenTask[]> {
    return this.dataSource.query('SELECT id, state FROM engine_task WHERE root_id = ? AND status = ?', [
      this.rootId,
      'open',
    ]);
  }

  private async due(now: Date): Promise<ArmedTimer | undefined> {
    const rows: ArmedTimer[] = await this.dataSource.query(
      `SELECT id, generation, next_at FROM engine_timer
       WHERE root_id = ? AND status = 'armed' AND next_at <= ? ORDER BY next_at, id LIMIT 1`,
      [this.rootId, now],
    );
    return rows[0];
  }
}
