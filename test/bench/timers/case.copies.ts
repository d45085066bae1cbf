import type { Connection, RowDataPacket } from 'mysql2/promise';

/** Ids of copies lie beyond all that the application gives out in a measurement; they stay safe integers. */
const FIRST_ID = 1_000_000_000_000;
/** Ids of one copy: root, instance, task, and its timers. */
const PER_CASE = 16;

let copies = 0;

/** Copies of one open case, so many, by the database alone: a hundred thousand would take the engine minutes. */
export class CaseCopies {
  private constructor(
    readonly first: number,
    readonly count: number,
  ) {}

  static async make(database: Connection, rootId: number, count: number): Promise<CaseCopies> {
    const made = new CaseCopies(FIRST_ID + copies * PER_CASE, count);
    copies += count + 1;
    const [timers] = await database.query<RowDataPacket[]>('SELECT id FROM engine_timer WHERE root_id = ?', [rootId]);
    const root = made.idAt(0);
    const instance = { root_id: root, instance_id: made.idAt(1) };
    await made.copy(database, 'engine_root', `id = ${rootId}`, { id: root });
    await made.copy(database, 'engine_party', `root_id = ${rootId}`, { root_id: root });
    await made.copy(database, 'engine_instance', `root_id = ${rootId}`, { id: made.idAt(1), root_id: root });
    await made.copy(database, 'engine_task', `root_id = ${rootId}`, { ...instance, id: made.idAt(2) });
    await made.copy(
      database,
      'engine_task_candidate',
      `task_id IN (SELECT id FROM engine_task WHERE root_id = ${rootId})`,
      { task_id: made.idAt(2) },
    );
    for (const [place, { id }] of timers.entries()) {
      await made.copy(database, 'engine_timer', `id = ${String(id)}`, {
        ...instance,
        id: made.idAt(3 + place),
        task_id: `IF(t.task_id IS NULL, NULL, ${made.idAt(2)})`,
      });
    }
    return made;
  }

  /** A condition on root ids. */
  get where(): string {
    return `root_id BETWEEN ${this.first} AND ${this.first + (this.count + 1) * PER_CASE}`;
  }

  /** Timers of that kind become due at a moment of the span, evenly. */
  async arm(database: Connection, kind: 'after' | 'due', begin: Date, spanMs: number): Promise<void> {
    const share = `(root_id - ${this.first}) DIV ${PER_CASE} / ${this.count}`;
    const moment = `TIMESTAMPADD(MICROSECOND, ROUND(${share} * ${spanMs}) * 1000, ?)`;
    await database.query(
      `UPDATE engine_timer SET next_at = ${moment}, due_at = IF(kind = 'after', next_at, due_at), alarmed = 0,
         steps = JSON_SET(steps, CONCAT('$[', next_step, '].at'), DATE_FORMAT(next_at, '%Y-%m-%dT%H:%i:%s.000Z'))
       WHERE ${this.where} AND kind = ?`,
      [begin, kind],
    );
  }

  private idAt(place: number): string {
    return `${this.first + place} + s.seq * ${PER_CASE}`;
  }

  private async copy(
    database: Connection,
    table: string,
    which: string,
    changed: Readonly<Record<string, string>>,
  ): Promise<void> {
    const [columns] = await database.query<RowDataPacket[]>(`SHOW COLUMNS FROM ${table}`);
    const names = columns.filter(({ Extra }) => !/GENERATED/.test(String(Extra))).map(({ Field }) => String(Field));
    const values = names.map((name) => changed[name] ?? `t.${name}`);
    await database.query(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')}
       FROM (SELECT * FROM ${table} WHERE ${which}) AS t CROSS JOIN seq_1_to_${this.count} AS s`,
    );
  }
}
