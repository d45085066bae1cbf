import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActCommand, ChainVerifier, engineSchema, Replayer, StartRootCommand } from '#libs/engine';
import { type Caller, DelegationService, identitySchema } from '#libs/identity';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { conformanceCases, type ConformanceCase } from './case-table.js';
import { callerOf, definitionOf } from './definitions.js';
import { EngineDesk, type Office } from './engine-desk.js';
import { DELEGATE, type Person, PERSONS, PRINCIPAL } from './persons.js';
import { REFUSAL_WORDS } from './refusal-words.js';

const CASES = conformanceCases();
/** One process for each rule and kind of branch. */
const PROCESSES = new Map([...new Set(CASES.map(kindOf))].map((kind, index) => [kind, `rule${index}`]));

const database = await useDatabase([identitySchema, engineSchema], { keep: true });
const engine = await startEngine({ databaseUrl: database.url, workflows: workflows() });
afterAll(() => engine.close());

const callers = new Map<Person, Caller>();
const office: Office = { engine, dataSource: database.dataSource, callers };
let officer: Caller;

beforeAll(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const bureau = await anOrganisation().insert(database.dataSource);
  const insert = async (...roles: readonly string[]): Promise<Caller> => {
    const user = await aUser()
      .of(bureau)
      .withRoles(...roles)
      .insert(database.dataSource);
    const scope = { kind: 'division', prefix: '513431' } as const;
    return aCaller({ userId: user.id, organisationId: bureau.id, roles: user.roles, scope });
  };
  officer = await insert('business-officer');
  for (const person of PERSONS) callers.set(person, await insert('leader', ...(person === '甲' ? ['auditor'] : [])));
  await engine.reloadDirectory();
  const principal = callers.get(PRINCIPAL);
  const delegateId = callers.get(DELEGATE)?.userId ?? 0;
  if (principal === undefined) throw new TypeError('nobody to act for');
  await engine.get(DelegationService).create(principal, {
    delegateId,
    firstDay: '2026-03-02',
    lastDay: '2026-03-31',
    scope: { roles: [], processes: [], divisions: [] },
    documentNumber: '代〔2026〕1号',
  });
  await engine.reloadDirectory();
});

describe('the engine', () => {
  it.each(CASES.map((row) => [row.id, row] as const))('keeps to the row %s', async (_, row) => {
    const { rootId, taskId } = await start(row);
    const desk = await new EngineDesk(office, row, rootId, taskId).open();
    for (const action of row.actions) {
      const before = action.refused === null ? null : await desk.standing();
      const code = await desk.act(action);
      if (action.refused === null) {
        expect({ [action.text]: code }).toEqual({ [action.text]: null });
        continue;
      }
      expect([action.text, ...(REFUSAL_WORDS[action.refused]?.engine ?? [])]).toContain(code);
      expect(await desk.standing()).toEqual(before);
    }
    expect({ outcome: await desk.outcome(), todo: await desk.todo() }).toEqual({
      outcome: row.outcome,
      todo: row.todo,
    });
    const collecting = (await desk.openStates()).filter((state) => state.endsWith('collecting'));
    expect(collecting).toHaveLength(row.branch === '并行分支' ? 1 : 0);
    expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
    expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
  });
});

/** A case whose task is about to be signed by the persons of the row. */
async function start(row: ConformanceCase): Promise<{ rootId: number; taskId: number }> {
  const name = PROCESSES.get(kindOf(row)) ?? '';
  const started = await engine.get(StartRootCommand).execute({
    caller: officer,
    process: `conformance.${name}${row.branch === '子流程' ? '-caller' : ''}`,
    kind: 'test',
    title: row.id,
    purchaserId: officer.organisationId,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  await namePersons(started.rootId, row.signers);
  const submitted = await engine.get(ActCommand).execute({
    caller: officer,
    taskId: started.openedTasks[0] ?? 0,
    event: 'SUBMIT',
    taskVersion: null,
    payload: {},
  });
  return { rootId: started.rootId, taskId: await signedTaskOf(submitted.rootId) };
}

/** Who of the purchaser signs; nobody named means the whole post. */
async function namePersons(rootId: number, persons: readonly Person[]): Promise<void> {
  for (const person of persons) {
    await database.dataSource.query(
      "INSERT INTO engine_party_person (root_id, relation, user_id) VALUES (?, 'purchaser', ?)",
      [rootId, callers.get(person)?.userId],
    );
  }
}

async function signedTaskOf(rootId: number): Promise<number> {
  const [row]: { id: string }[] = await database.dataSource.query(
    "SELECT id FROM engine_task WHERE root_id = ? AND status = 'open' AND state LIKE '%signing'",
    [rootId],
  );
  return Number(row?.id);
}

function kindOf({ sign, branch }: ConformanceCase): string {
  return `${branch} ${sign}`;
}

function workflows(): Record<string, string> {
  const files = CASES.flatMap((row) => {
    const name = PROCESSES.get(kindOf(row)) ?? '';
    const caller = row.branch === '子流程' ? [[`${name}-caller.yaml`, callerOf(name)] as const] : [];
    return [[`${name}.yaml`, definitionOf(row, name)] as const, ...caller];
  });
  return Object.fromEntries(files);
}
