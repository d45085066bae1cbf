import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActCommand, ChainVerifier, engineSchema, Replayer, StartRootCommand } from '#libs/engine';
import { type Caller, identitySchema } from '#libs/identity';
import { UserError } from '#libs/platform';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { definitionOf } from './definitions.js';

const VOTERS = 50;

interface Votes {
  readonly approve: number;
  readonly reject: number;
  readonly abstain: number;
}
type Outcome = 'passed' | 'refused' | null;

/** What a rule says of votes, written down without the code under test; null: not decided yet. */
interface Mode {
  readonly sign: string;
  /** Parts of the voters who approve and abstain; the others reject. */
  readonly approving: number;
  readonly abstaining?: number;
  readonly says: (votes: Votes) => Outcome;
}

const left = ({ approve, reject, abstain }: Votes): number => VOTERS - approve - reject - abstain;

const MODES: Readonly<Record<string, Mode>> = {
  '会签, all approve': {
    sign: '{ mode: all }',
    approving: 1,
    says: ({ approve }) => (approve === VOTERS ? 'passed' : null),
  },
  '会签, some reject': {
    sign: '{ mode: all }',
    approving: 0.9,
    says: ({ approve, reject }) => (reject > 0 ? 'refused' : approve === VOTERS ? 'passed' : null),
  },
  '会签, all are waited for': {
    sign: '{ mode: all, onReject: counts, decideEarly: false }',
    approving: 0.9,
    says: (votes) => (left(votes) > 0 ? null : votes.reject > 0 ? 'refused' : 'passed'),
  },
  '或签, all reject': {
    sign: '{ mode: any }',
    approving: 0,
    says: ({ approve, reject }) => (approve > 0 ? 'passed' : reject === VOTERS ? 'refused' : null),
  },
  '或签, some approve': {
    sign: '{ mode: any }',
    approving: 0.1,
    says: ({ approve, reject }) => (approve > 0 ? 'passed' : reject === VOTERS ? 'refused' : null),
  },
  '票签, two thirds': {
    sign: '{ mode: vote, pass: { ratio: 2/3 } }',
    approving: 0.6,
    // 34 of 50 is the least that is two thirds; with 17 rejections it cannot be reached.
    says: ({ approve, reject }) => (approve >= 34 ? 'passed' : reject >= 17 ? 'refused' : null),
  },
  '票签, two thresholds': {
    sign: '{ mode: vote, pass: { count: 20 }, reject: { count: 15 } }',
    approving: 0.5,
    says: ({ approve, reject }) => (approve >= 20 ? 'passed' : reject >= 15 ? 'refused' : null),
  },
  '票签, all are waited for, abstentions leave the base': {
    sign: '{ mode: vote, abstain: ignored, decideEarly: false }',
    approving: 0.4,
    abstaining: 0.3,
    says: (votes) => (left(votes) > 0 ? null : votes.approve > votes.reject ? 'passed' : 'refused'),
  },
  顺序会签: {
    sign: '{ mode: all, order: sequential }',
    approving: 1,
    says: ({ approve }) => (approve === VOTERS ? 'passed' : null),
  },
  单人: { sign: '{ mode: one }', approving: 0.5, says: () => null },
  随机一人: { sign: '{ mode: random }', approving: 0.5, says: () => null },
};
const NAMES = Object.keys(MODES);

const database = await useDatabase([identitySchema, engineSchema], { keep: true });
const workflows = Object.fromEntries(
  NAMES.map((name, index) => [
    `m${index}.yaml`,
    definitionOf({ sign: MODES[name]?.sign ?? '', branch: '普通' }, `m${index}`),
  ]),
);
/** Two engines over one database, as two processes would be: only the row of the case stands between them. */
const engines = [
  await startEngine({ databaseUrl: database.url, workflows }),
  await startEngine({ databaseUrl: database.url, workflows }),
];
afterAll(async () => {
  for (const engine of engines) await engine.close();
});
const [first] = engines;

let officer: Caller;
const voters: Caller[] = [];

beforeAll(async () => {
  const bureau = await anOrganisation().insert(database.dataSource);
  const insert = async (role: string): Promise<Caller> => {
    const user = await aUser().of(bureau).withRoles(role).insert(database.dataSource);
    const scope = { kind: 'division', prefix: '513431' } as const;
    return aCaller({ userId: user.id, organisationId: bureau.id, roles: user.roles, scope });
  };
  officer = await insert('business-officer');
  for (let count = 0; count < VOTERS; count += 1) voters.push(await insert('leader'));
  for (const engine of engines) {
    engine.clock.set('2026-03-02T02:00:00.000Z');
    await engine.reloadDirectory();
  }
});

describe('fifty voters at once', () => {
  it.each(NAMES)(
    '%s: no vote is lost or counts twice, and the outcome is what the rule says',
    async (name) => {
      const mode = MODES[name];
      if (mode === undefined || first === undefined) throw new TypeError(name);
      const { rootId, taskId } = await start(`conformance.m${NAMES.indexOf(name)}`);
      let taken = 0;
      // In sequence each rush of all voters takes those whose turn has come; elsewhere one rush is enough.
      for (let rush = 0; rush < VOTERS && (await isOpen(taskId)) && (rush === 0 || name === '顺序会签'); rush += 1) {
        taken += await rushOf(taskId, mode);
      }
      const [{ state } = { state: '' }]: { state: string }[] = await database.dataSource.query(
        "SELECT state FROM engine_task WHERE root_id = ? AND status = 'open'",
        [rootId],
      );
      const votes: { user_id: string; vote: keyof Votes }[] = await database.dataSource.query(
        'SELECT user_id, vote FROM engine_vote WHERE task_id = ? ORDER BY seq',
        [taskId],
      );
      if (name === '单人' || name === '随机一人') {
        expect(taken).toBe(1);
        expect(['passed', 'refused']).toContain(state);
      } else {
        expect(votes).toHaveLength(taken);
        expect(new Set(votes.map((vote) => vote.user_id)).size).toBe(votes.length);
        expect(state).toBe(
          outcomeOf(
            mode,
            votes.map(({ vote }) => vote),
          ),
        );
      }
      expect(await first.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
      expect(await first.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
    },
    60_000,
  );
});

/** The votes in their order: the rule decides with the last of them, and not before. */
function outcomeOf({ says }: Mode, votes: readonly (keyof Votes)[]): Outcome {
  const counted = { approve: 0, reject: 0, abstain: 0 };
  let outcome: Outcome = null;
  for (const vote of votes) {
    expect(outcome).toBeNull();
    counted[vote] += 1;
    outcome = says(counted);
  }
  return outcome;
}

/** Everybody votes twice at the same time, by different processes; the answer is how many votes were taken. */
async function rushOf(taskId: number, { approving, abstaining = 0 }: Mode): Promise<number> {
  const calls = voters.flatMap((caller, index) => {
    const part = ((index * 7) % VOTERS) / VOTERS;
    const event = part < approving ? 'APPROVE' : part < approving + abstaining ? 'ABSTAIN' : 'REJECT';
    return engines.map((engine) =>
      engine.get(ActCommand).execute({ caller, taskId, event, taskVersion: null, payload: {} }),
    );
  });
  const results = await Promise.allSettled(calls);
  for (const result of results) {
    if (result.status === 'fulfilled') continue;
    expect(result.reason).toBeInstanceOf(UserError);
    expect(['engine.not-your-task', 'engine.task-not-open']).toContain((result.reason as UserError).code);
  }
  return results.filter(({ status }) => status === 'fulfilled').length;
}

async function start(process: string): Promise<{ rootId: number; taskId: number }> {
  if (first === undefined) throw new TypeError('no engine');
  const started = await first.get(StartRootCommand).execute({
    caller: officer,
    process,
    kind: 'test',
    title: '五十人同时表决',
    purchaserId: officer.organisationId,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  const submitted = await first.get(ActCommand).execute({
    caller: officer,
    taskId: started.openedTasks[0] ?? 0,
    event: 'SUBMIT',
    taskVersion: null,
    payload: {},
  });
  return { rootId: started.rootId, taskId: submitted.openedTasks[0] ?? 0 };
}

async function isOpen(taskId: number): Promise<boolean> {
  const [row]: { status: string }[] = await database.dataSource.query('SELECT status FROM engine_task WHERE id = ?', [
    taskId,
  ]);
  return row?.status === 'open';
}
