import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { activeStates, type Json, type JsonObject, options, type TransitionSpec } from '#libs/kernel';
import { BusinessClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { isCandidate } from '../authority/caller.scope.js';
import { Visibility } from '../authority/visibility.js';
import { NotVisibleError } from '../commands/command.error.js';
import { ReturnTaskCommand } from '../commands/return-task.command.js';
import { lineage, specAt } from '../commands/transition.lookup.js';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { parseInstance } from '../instances/case.parser.js';
import type { Candidate, InstanceRow } from '../instances/case.rows.js';

/** A form as a page renders it: its JSON Schema. */
export interface FormView {
  readonly name: string;
  readonly schema: JsonObject;
}

/** A button. */
export interface ActionView {
  readonly event: string;
  readonly title: string;
  readonly form: FormView | null;
  readonly enabled: boolean;
  readonly reason: string | null;
}

export interface TaskView {
  readonly id: number;
  readonly rootId: number;
  readonly instanceId: number;
  readonly caseTitle: string;
  readonly process: string;
  readonly state: string;
  readonly title: string;
  readonly status: string;
  readonly version: number;
  readonly dueAt: Date | null;
  readonly openedAt: Date;
  readonly form: FormView | null;
  /** As pinned for the instance: what forms may choose from, how far limits go. */
  readonly parameters: Readonly<Record<string, Json>>;
  /** Empty when the caller may look but not act. */
  readonly actions: readonly ActionView[];
  readonly operations: {
    readonly return: readonly { readonly state: string; readonly title: string }[];
    readonly withdraw: boolean;
  };
}

type Row = Record<string, unknown>;

/** One task with all that a page needs to act on it. */
@Injectable()
export class TaskReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bundles: BundleStore,
    private readonly visibility: Visibility,
    private readonly returns: ReturnTaskCommand,
    private readonly clock: BusinessClock,
  ) {}

  async read(caller: Caller, taskId: number): Promise<TaskView> {
    const row = await this.row(taskId);
    const candidates = await this.candidates(taskId);
    const acts = isCandidate({ candidates }, caller);
    if (!acts && !(await this.visibility.maySee(caller, Number(row['root_id']))))
      throw new NotVisibleError('task', taskId);
    const instance = await this.instance(Number(row['instance_id']));
    const bundle = await this.bundles.byHash(instance.bundleHash);
    const state = String(row['state']);
    const isOpen = row['status'] === 'open';
    const actions = acts && isOpen ? this.actions(caller, bundle, { instance, state }) : [];
    const targets = acts && isOpen ? await this.returns.targets({ instanceId: instance.id, state }, bundle.hash) : [];
    const allowsWithdraw = bundle.compiled.states.get(state)?.task?.allow.includes('withdraw') ?? false;
    return {
      ...headOf(row, instance),
      form: formOf(bundle, bundle.compiled.states.get(state)?.task?.form),
      parameters: bundle.content.parameters,
      actions,
      operations: {
        return: targets.map((target) => ({ state: target.state, title: target.title })),
        withdraw:
          allowsWithdraw &&
          row['status'] === 'done' &&
          Number(row['closed_by']) === caller.userId &&
          instance.status === 'active',
      },
    };
  }

  private actions(
    caller: Caller,
    bundle: Bundle,
    { instance, state }: { instance: InstanceRow; state: string },
  ): ActionView[] {
    if (!instance.snapshot || !activeStates(bundle.compiled, instance.snapshot).includes(state)) return [];
    const enabled = this.enabledEvents(caller, bundle, instance);
    const taskForm = bundle.compiled.states.get(state)?.task?.form;
    const seen = new Map<string, ActionView>();
    for (const path of lineage(state)) {
      for (const [event, transitions] of Object.entries(specAt(bundle.compiled, path)?.on ?? {})) {
        const own = transitions.find((transition) => transition.by === undefined);
        if (own && !seen.has(event))
          seen.set(event, actionOf(bundle, { event, own, taskForm, ...(enabled.get(event) ?? REFUSED) }));
      }
    }
    return [...seen.values()];
  }

  /** Views are not read here: a guard over them counts as open, the command decides. */
  private enabledEvents(caller: Caller, bundle: Bundle, instance: InstanceRow): Map<string, Verdict> {
    if (!instance.snapshot || Object.keys(bundle.compiled.definition.views).length > 0) return new AllOpen();
    const found = options(bundle.compiled, instance.snapshot, {
      at: this.clock.now().toISOString(),
      actor: { userId: caller.userId, organisationId: caller.organisationId },
      payload: {},
      views: {},
      parameters: bundle.content.parameters,
    });
    const verdicts = new Map<string, Verdict>();
    for (const { event, enabled, guard } of found) {
      const isOpen = enabled !== false || (verdicts.get(event)?.enabled ?? false);
      verdicts.set(event, { enabled: isOpen, reason: isOpen ? null : (guard ?? null) });
    }
    return verdicts;
  }

  private async row(taskId: number): Promise<Row> {
    const rows: Row[] = await this.dataSource.query(
      'SELECT t.*, r.title AS case_title FROM engine_task t JOIN engine_root r ON r.id = t.root_id WHERE t.id = ?',
      [taskId],
    );
    const row = rows[0];
    if (!row) throw new NotVisibleError('task', taskId);
    return row;
  }

  private async candidates(taskId: number): Promise<Candidate[]> {
    const rows: Row[] = await this.dataSource.query(
      'SELECT organisation_id, role, user_id FROM engine_task_candidate WHERE task_id = ?',
      [taskId],
    );
    return rows.map((row) => ({
      organisationId: Number(row['organisation_id']),
      role: String(row['role']),
      userId: Number(row['user_id']),
    }));
  }

  private async instance(id: number): Promise<InstanceRow> {
    const rows: Row[] = await this.dataSource.query('SELECT * FROM engine_instance WHERE id = ?', [id]);
    const row = rows[0];
    if (!row) throw new NotVisibleError('instance', id);
    return parseInstance(row);
  }
}

interface Verdict {
  readonly enabled: boolean;
  readonly reason: string | null;
}

const REFUSED: Verdict = { enabled: false, reason: null };

class AllOpen extends Map<string, Verdict> {
  override get(): Verdict {
    return { enabled: true, reason: null };
  }
}

export function formOf(bundle: Bundle, name: string | undefined): FormView | null {
  const schema = name === undefined ? undefined : bundle.content.forms[name];
  return name !== undefined && schema ? { name, schema } : null;
}

interface ActionParts extends Verdict {
  readonly event: string;
  readonly own: TransitionSpec;
  readonly taskForm: string | undefined;
}

function actionOf(bundle: Bundle, { event, own, taskForm, enabled, reason }: ActionParts): ActionView {
  return { event, title: own.title?.zh ?? event, form: formOf(bundle, own.form ?? taskForm), enabled, reason };
}

function headOf(row: Row, instance: InstanceRow) {
  return {
    id: Number(row['id']),
    rootId: Number(row['root_id']),
    instanceId: instance.id,
    caseTitle: String(row['case_title']),
    process: instance.process,
    state: String(row['state']),
    title: String(row['title']),
    status: String(row['status']),
    version: Number(row['version']),
    dueAt: row['due_at'] as Date | null,
    openedAt: row['opened_at'] as Date,
  };
}
