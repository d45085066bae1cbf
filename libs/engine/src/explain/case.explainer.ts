import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory } from '#libs/identity';
import { activeStates, type JsonObject } from '#libs/kernel';
import { CaseSight } from '../authority/case.sight.js';
import { NotVisibleError } from '../commands/command.error.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { Candidate } from '../instances/case.rows.js';
import { type CaseSnapshot, CaseSnapshots } from '../instances/case.snapshot.js';
import { readJson, textOrNull } from '../instances/json.column.js';
import { type Language, titleIn } from '../language/language.js';
import { taskTitleIn } from '../tasks/task.view.js';
import { OptionReader, type OptionView } from './option.reader.js';
import { RoleNames } from './role.names.js';

export interface CaseView {
  readonly id: number;
  readonly title: string;
  readonly kind: string;
  readonly status: string;
  readonly startedAt: Date;
  readonly businessAt: Date;
  readonly instances: readonly InstanceView[];
  readonly tasks: readonly OpenTaskView[];
  readonly deadlines: readonly DeadlineView[];
  readonly options: readonly OptionView[];
}

export interface InstanceView {
  readonly id: number;
  readonly parentId: number | null;
  readonly process: string;
  readonly stage: string | null;
  readonly title: string;
  readonly version: number;
  readonly status: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly active: readonly { readonly state: string; readonly title: string; readonly law: readonly string[] }[];
  readonly output: JsonObject | null;
}

export interface OpenTaskView {
  readonly id: number;
  readonly instanceId: number;
  readonly state: string;
  readonly title: string;
  readonly dueAt: Date | null;
  /** 暂定: the due time rests on days that no holiday notice covers yet. */
  readonly provisional: boolean;
  readonly version: number;
  readonly assignees: readonly { readonly organisation: string; readonly role: string }[];
  readonly mine: boolean;
}

export interface DeadlineView {
  readonly instanceId: number;
  readonly state: string;
  readonly deadline: string;
  readonly kind: string;
  readonly dueAt: Date;
  readonly nextAt: Date;
  readonly period: string;
  readonly law: string | null;
  readonly provisional: boolean;
  /** Due, and waiting for the notice that confirms its date. */
  readonly held: boolean;
  readonly lines: readonly JsonObject[];
}

/** Why a case is where it is, who can act, and when what is due. */
@Injectable()
export class CaseExplainer {
  constructor(
    private readonly snapshots: CaseSnapshots,
    private readonly bundles: BundleStore,
    private readonly sight: CaseSight,
    private readonly optionReader: OptionReader,
    private readonly directory: OrganisationDirectory,
    private readonly names: RoleNames,
  ) {}

  async explain(caller: Caller, rootId: number, language: Language = 'zh'): Promise<CaseView> {
    const snapshot = await this.snapshots.read(rootId);
    if (!snapshot || !this.sight.sees(caller, snapshot)) throw new NotVisibleError('case', rootId);
    const { root } = snapshot;
    return {
      id: root.id,
      title: root.title,
      kind: root.kind,
      status: root.status,
      startedAt: snapshot.createdAt,
      businessAt: root.businessAt,
      instances: await Promise.all(snapshot.instances.map((row) => this.instance(row, language))),
      tasks: await Promise.all(snapshot.tasks.map((task) => this.task(caller, task, { snapshot, language }))),
      deadlines: snapshot.timers.map(deadlineOf),
      options: await this.optionReader.ofCase(caller, snapshot, language),
    };
  }

  private async instance(row: CaseSnapshot['instances'][number], language: Language): Promise<InstanceView> {
    const { compiled } = await this.bundles.byHash(row.bundleHash);
    const active = row.status === 'active' && row.snapshot ? activeStates(compiled, row.snapshot) : [];
    return {
      id: row.id,
      parentId: row.parentId,
      process: row.process,
      stage: compiled.definition.stage ?? null,
      title: titleIn(language, compiled.definition.title, row.process),
      version: row.version,
      status: row.status,
      startedAt: row.startedAt,
      endedAt: row.endedAt,
      active: active.map((state) => {
        const spec = compiled.states.get(state);
        return { state, title: titleIn(language, spec?.title, state), law: spec?.law ?? [] };
      }),
      output: row.output,
    };
  }

  private async task(
    caller: Caller,
    task: CaseSnapshot['tasks'][number],
    { snapshot, language }: { snapshot: CaseSnapshot; language: Language },
  ): Promise<OpenTaskView> {
    const { id, instanceId, state, dueAt, version } = task;
    const hash = snapshot.instances.find((row) => row.id === instanceId)?.bundleHash;
    const title = taskTitleIn(language, hash === undefined ? undefined : await this.bundles.byHash(hash), task);
    // Named persons are not told here: who sits on a panel is secret until the award.
    const posts = new Map(task.candidates.map((one) => [`${one.organisationId} ${one.role}`, one]));
    const assignees = [...posts.values()].map((candidate) =>
      this.assignee(candidate, snapshot.root.divisionCode, language),
    );
    const mine = this.sight.onTask(caller, snapshot, task) !== null;
    const provisional = snapshot.timers.some(
      (row) => Number(row['task_id']) === id && Number(row['provisional']) === 1,
    );
    return { id, instanceId, state, title, dueAt, provisional, version, assignees, mine };
  }

  /** The region in which the organisation stands names its roles. */
  private assignee({ organisationId, role }: Candidate, divisionCode: string, language: Language) {
    const organisation = this.directory.byId(organisationId);
    const roleTitle = this.names.titleIn(language, role, organisation?.divisionCode ?? divisionCode);
    return { organisation: organisation?.name ?? String(organisationId), role: roleTitle };
  }
}

export function deadlineOf(row: Record<string, unknown>): DeadlineView {
  return {
    instanceId: Number(row['instance_id']),
    state: String(row['state']),
    deadline: String(row['deadline']),
    kind: String(row['kind']),
    dueAt: row['due_at'] as Date,
    nextAt: row['next_at'] as Date,
    period: String(row['period']),
    law: textOrNull(row['law']),
    provisional: Number(row['provisional']) === 1,
    held: row['status'] === 'held',
    lines: readJson<JsonObject[]>(row['computation']),
  };
}
