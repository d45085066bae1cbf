import {
  DEFAULT_POLICY,
  type InstanceReport,
  MigrationSurvey,
  TIMER_POLICIES,
  type TimerPolicy,
  UndoMigrationCommand,
} from '#libs/engine';
import type { INestApplicationContext } from '@nestjs/common';
import { type CliCommand, type CliInput, print, UsageError } from '../cli.command.js';
import { withDomain } from '../with-domain.js';

/**
 * `sanshe processes migrate ID --from 1 --to 2 --reason TEXT [--timers keep|recompute|remaining] [--dry-run]`:
 * moves live instances; `sanshe processes migrate --undo INSTANCE --reason TEXT`: back, until something happens to it.
 */
export const processesMigrate: CliCommand = {
  name: 'processes migrate',
  summary:
    'Move live instances of ID --from V --to V --reason TEXT [--timers POLICY] [--dry-run] [--undo INSTANCE] [--json]',
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    timers: { type: 'string', default: DEFAULT_POLICY },
    reason: { type: 'string' },
    undo: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: (input) =>
    withDomain((domain) => (input.options['undo'] === undefined ? move(domain, input) : undo(domain, input))),
};

async function move(domain: INestApplicationContext, { positionals, options }: CliInput): Promise<number> {
  const [process] = positionals;
  if (process === undefined) throw new UsageError('name a process', '请写明流程标识');
  const isDry = options['dry-run'] === true;
  const order = {
    process,
    from: versionIn(options, 'from'),
    to: versionIn(options, 'to'),
    timers: policyOf(options['timers']),
    reason: isDry ? '' : reasonOf(options),
  };
  const survey = domain.get(MigrationSurvey);
  const reports = await (isDry ? survey.dryRun(order) : survey.run(order));
  if (options['json'] === true) print(JSON.stringify(reports));
  else for (const report of reports) tell(report);
  const moved = reports.filter(({ ok }) => ok).length;
  print(`${reports.length} live, ${moved} ${isDry ? 'can move' : 'moved'}, ${reports.length - moved} cannot`);
  return moved === reports.length ? 0 : 1;
}

async function undo(domain: INestApplicationContext, { options }: CliInput): Promise<number> {
  const instanceId = Number(options['undo']);
  const result = await domain.get(UndoMigrationCommand).execute({ instanceId, actor: null, reason: reasonOf(options) });
  print(`instance ${instanceId} of case ${result.rootId} is back in ${result.active.join(', ')}`);
  return 0;
}

function tell({ rootId, title, instanceId, active, ok, reasons, tasks, deadlines }: InstanceReport): void {
  print(`${ok ? '✓' : '✗'} ${rootId}/${instanceId} ${title} (${active.join(', ')})`);
  for (const { zh, en } of reasons) print(`    ${zh}\n    ${en}`);
  for (const { state, wasDue, due, reassigned } of tasks)
    print(`    task ${state}: due ${dayOf(wasDue)} → ${dayOf(due)}${reassigned ? ', other assignee' : ''}`);
  for (const { state, deadline, wasDue, due } of deadlines)
    print(`    deadline ${deadline} of ${state}: ${dayOf(wasDue)} → ${dayOf(due)}`);
}

function dayOf(at: Date | null): string {
  return at?.toISOString() ?? 'none';
}

function versionIn(options: CliInput['options'], name: string): number {
  const version = Number(options[name]);
  if (!Number.isSafeInteger(version) || version < 1)
    throw new UsageError(`--${name} must be a version number`, `--${name} 应为版本号`);
  return version;
}

function policyOf(text: unknown): TimerPolicy {
  const policy = TIMER_POLICIES.find((known) => known === text);
  if (!policy)
    throw new UsageError(
      `--timers is one of ${TIMER_POLICIES.join(', ')}`,
      `--timers 可为 ${TIMER_POLICIES.join('、')}`,
    );
  return policy;
}

function reasonOf(options: CliInput['options']): string {
  const { reason } = options;
  if (typeof reason !== 'string' || reason === '')
    throw new UsageError('--reason is missing', '请用 --reason 写明理由');
  return reason;
}
