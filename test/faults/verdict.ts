import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { runCli } from '../../apps/launcher/src/application.mjs';
import type { OwnInstallation } from '#support/installation';
import type { Workload } from './workload.js';

/** What was looked at after the faults, and what is wrong: nothing, or the promise is broken. */
export interface Verdict {
  readonly checks: Readonly<Record<string, string>>;
  readonly findings: readonly string[];
}

export interface Evidence {
  readonly system: OwnInstallation;
  readonly workload: Workload;
  /** Message ids in the order in which the mail server took them. */
  readonly mails: readonly string[];
}

/** A statement that answers one number that must be nought, and what it means when it is not. */
const MUST_BE_NOUGHT: Readonly<Record<string, string>> = {
  'firings without their one row of history, or with two': `
    SELECT COUNT(*) FROM (
      SELECT r.id, (SELECT COUNT(*) FROM engine_timer_firing f JOIN engine_timer t ON t.id = f.timer_id
                    WHERE t.root_id = r.id) AS firings,
             (SELECT COUNT(*) FROM engine_history h
              WHERE h.root_id = r.id AND h.kind IN ('deadline', 'reminded', 'escalated')) AS told
      FROM engine_root r HAVING firings <> told) AS unequal`,
  'people who were to be told and were not, or twice': `
    SELECT ABS((SELECT COALESCE(SUM(JSON_LENGTH(facts, '$.recipients')), 0) FROM engine_history
                WHERE kind IN ('reminded', 'escalated'))
             - (SELECT COUNT(*) FROM deadlines_notification WHERE origin LIKE 'timer-%'))`,
  'open cases without a live task or timer': `
    SELECT COUNT(*) FROM engine_root r WHERE r.status = 'active'
      AND NOT EXISTS (SELECT 1 FROM engine_task t WHERE t.root_id = r.id AND t.status = 'open')
      AND NOT EXISTS (SELECT 1 FROM engine_timer t WHERE t.root_id = r.id AND t.status = 'armed')`,
  'instances without their two regions at work': `
    SELECT COUNT(*) FROM engine_instance i WHERE i.status = 'active'
      AND ((SELECT COUNT(*) FROM engine_task t WHERE t.instance_id = i.id AND t.status = 'open') <> 1
        OR (SELECT COUNT(*) FROM engine_timer t
            WHERE t.instance_id = i.id AND t.status = 'armed' AND t.kind = 'after') <> 1)`,
  'messages that were given up': 'SELECT COUNT(*) FROM engine_outbox WHERE dead_at IS NOT NULL',
  'messages that wait': 'SELECT COUNT(*) FROM engine_outbox WHERE sent_at IS NULL AND dead_at IS NULL',
  'incidents that stand': 'SELECT COUNT(*) FROM deadlines_incident WHERE resolved_at IS NULL',
};
const DURABILITY = { innodb_flush_log_at_trx_commit: '1', innodb_doublewrite: 'ON' } as const;
const KEY = /fault-\d+-\d+-\d+/g;

/** Looks at the rows as their owner, and replays every case. */
export async function judge(evidence: Evidence): Promise<Verdict> {
  const { system, workload } = evidence;
  const connection = await createConnection(system.installation.servers.migrationUrl);
  try {
    const findings = [
      ...(await durability(connection)),
      ...(await commands(connection, workload)),
      ...(await nought(connection)),
      ...(await something(connection, workload)),
      ...(await replay(system)),
    ];
    return { checks: await counts(connection, evidence), findings };
  } finally {
    await connection.end();
  }
}

async function one(connection: Connection, sql: string): Promise<number> {
  const [[row]] = await connection.query<RowDataPacket[]>(sql);
  return Number(Object.values(row ?? {})[0]);
}

/** `kill -9` proves nothing of a loss of power: what the server promises is asked of it. */
async function durability(connection: Connection): Promise<string[]> {
  const findings: string[] = [];
  for (const [name, wanted] of Object.entries(DURABILITY)) {
    const [[row]] = await connection.query<RowDataPacket[]>('SHOW GLOBAL VARIABLES LIKE ?', [name]);
    if (String(row?.['Value']) !== wanted) findings.push(`${name} is ${String(row?.['Value'])}, not ${wanted}`);
  }
  return findings;
}

/** Each acknowledged approval stands in the history once; one that was never answered at most once. */
async function commands(connection: Connection, { acknowledged, unanswered }: Workload): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>("SELECT facts FROM engine_history WHERE event = 'APPROVE'");
  const found = new Map<string, number>();
  for (const row of rows) {
    const text = typeof row['facts'] === 'string' ? row['facts'] : JSON.stringify(row['facts']);
    for (const key of new Set(text.match(KEY) ?? [])) found.set(key, (found.get(key) ?? 0) + 1);
  }
  const lost = acknowledged.filter(({ key }) => !found.has(key));
  const doubled = [...found].filter(([, count]) => count > 1);
  const known = new Set([...acknowledged.map(({ key }) => key), ...unanswered]);
  const strange = [...found.keys()].filter((key) => !known.has(key));
  return [
    ...lost.map(({ key, rootId }) => `approval ${key} of case ${rootId} was acknowledged and is not in the history`),
    ...doubled.map(([key, count]) => `approval ${key} is in the history ${count} times`),
    ...strange.map((key) => `approval ${key} is in the history and nobody gave it`),
  ];
}

/** Where nothing fired and nobody was answered, nothing was proved. */
async function something(connection: Connection, { acknowledged }: Workload): Promise<string[]> {
  const fired = await one(connection, 'SELECT COUNT(*) FROM engine_timer_firing');
  return [
    ...(fired === 0 ? ['no deadline fired: the run was too short to prove anything'] : []),
    ...(acknowledged.length === 0 ? ['no approval was acknowledged: nothing was proved'] : []),
  ];
}

async function nought(connection: Connection): Promise<string[]> {
  const findings: string[] = [];
  for (const [meaning, sql] of Object.entries(MUST_BE_NOUGHT)) {
    const count = await one(connection, sql);
    if (count !== 0) findings.push(`${count} ${meaning}`);
  }
  return findings;
}

/** Every snapshot equals what its history gives, and every chain is whole. */
async function replay({ installation }: OwnInstallation): Promise<string[]> {
  const { stdout } = await runCli(installation, ['replay']);
  const lines = stdout.trimEnd().split('\n');
  const { bad } = JSON.parse(lines.at(-1) ?? '{}') as { bad?: number };
  return bad === 0 ? [] : [`${bad ?? 'all'} cases do not replay: ${lines.slice(0, 3).join(' ')}`];
}

async function counts(connection: Connection, { workload, mails }: Evidence): Promise<Record<string, string>> {
  const by = async (who: string): Promise<number> =>
    one(connection, `SELECT COUNT(*) FROM engine_timer_firing WHERE fired_by = '${who}'`);
  return {
    cases: String(await one(connection, 'SELECT COUNT(*) FROM engine_root')),
    'timers armed': String(await one(connection, "SELECT COUNT(*) FROM engine_timer WHERE status = 'armed'")),
    'firings by alarm / sweeper / command': `${await by('alarm')} / ${await by('sweeper')} / ${await by('command')}`,
    'approvals acknowledged': String(workload.acknowledged.length),
    'approvals asked again': String(workload.retries),
    'rows of history': String(await one(connection, 'SELECT COUNT(*) FROM engine_history')),
    'people told': String(await one(connection, 'SELECT COUNT(*) FROM deadlines_notification')),
    mails: String(mails.length),
    'mails twice with one id': String(mails.length - new Set(mails).size),
  };
}
