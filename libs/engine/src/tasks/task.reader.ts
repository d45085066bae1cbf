import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory } from '#libs/identity';
import { type FieldRights, fieldRights } from '#libs/kernel';
import { DataSource } from 'typeorm';
import { CaseSight } from '../authority/case.sight.js';
import type { Standing } from '../authority/standing.source.js';
import { NotVisibleError } from '../commands/command.error.js';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { parseInstance } from '../instances/case.parser.js';
import type { Candidate, InstanceRow } from '../instances/case.rows.js';
import type { Language } from '../language/language.js';
import { OperationReader } from '../returning/operation.reader.js';
import { ActionReader } from './action.reader.js';
import { type ActionView, formOf, type OperationsView, taskTitleIn, type TaskView } from './task.view.js';

type Row = Record<string, unknown>;

/** What is known of a task before it is shown. */
interface Found {
  readonly row: Row;
  readonly rootId: number;
  readonly title: string;
  readonly instance: InstanceRow;
  readonly bundle: Bundle;
  readonly state: string;
  /** Open, and the caller is among its people. */
  readonly canAct: boolean;
  readonly standing: Standing | null;
  readonly language: Language;
}

/** One task with all that a page needs to act on it. */
@Injectable()
export class TaskReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bundles: BundleStore,
    private readonly sight: CaseSight,
    private readonly operations: OperationReader,
    private readonly actions: ActionReader,
    private readonly directory: OrganisationDirectory,
  ) {}

  async read(caller: Caller, taskId: number, language: Language = 'zh'): Promise<TaskView> {
    const found = { ...(await this.find(caller, taskId)), language };
    const { bundle, state } = found;
    const rights = this.rightsOf(caller, found);
    return {
      ...headOf(found),
      onBehalfOf: this.principalOf(found),
      form: formOf(bundle, bundle.compiled.states.get(state)?.task?.form, language, rights),
      parameters: bundle.content.parameters,
      actions: await this.actionsOf(caller, { ...found, rights }),
      operations: await this.operationsOf(caller, found),
    };
  }

  /** The open task of somebody who may see it; `NotVisibleError` else. */
  async find(caller: Caller, taskId: number): Promise<Omit<Found, 'language'>> {
    const row = await this.row(taskId);
    const instance = await this.instance(Number(row['instance_id']));
    const place = { process: instance.process, divisionCode: String(row['division_code']) };
    const standing = this.sight.standing(caller, { candidates: await this.candidates(taskId), ...place });
    const isSeen = standing !== null || (await this.sight.maySee(caller, Number(row['root_id'])));
    if (!isSeen) throw new NotVisibleError('task', taskId);
    const bundle = await this.bundles.byHash(instance.bundleHash);
    const canAct = standing !== null && row['status'] === 'open';
    const head = { rootId: Number(row['root_id']), title: String(row['title']), state: String(row['state']) };
    return { ...head, row, instance, bundle, canAct, standing };
  }

  private principalOf({ standing, canAct }: Found): TaskView['onBehalfOf'] {
    const id = canAct ? (standing?.onBehalfOf ?? null) : null;
    if (standing === null || id === null) return null;
    return { id, name: this.directory.user(id)?.name ?? String(id), documents: standing.documents };
  }

  /** 表单权限 of the caller, or of the person for whom it acts. */
  private rightsOf(caller: Caller, { bundle, state, standing }: Found): FieldRights {
    const principal = standing?.onBehalfOf ? this.directory.user(standing.onBehalfOf) : null;
    return fieldRights(bundle.compiled.states.get(state)?.task?.fields, principal?.roles ?? caller.roles);
  }

  private async actionsOf(caller: Caller, found: Found & { rights: FieldRights }): Promise<ActionView[]> {
    const { row, instance, bundle, state, canAct, language, rights } = found;
    const { id: instanceId, snapshot } = instance;
    if (!canAct || !snapshot) return [];
    const rootId = Number(row['root_id']);
    return this.actions.read({ caller, bundle, rootId, instanceId, snapshot, state, language, rights });
  }

  private operationsOf(caller: Caller, { row, ...found }: Found): Promise<OperationsView> {
    const isOwnStep = row['status'] === 'done' && Number(row['closed_by']) === caller.userId;
    return this.operations.read({ ...found, isOwnStep });
  }

  private async row(taskId: number): Promise<Row> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT t.*, r.title AS case_title, r.division_code, (SELECT MAX(d.provisional) FROM engine_timer d
         WHERE d.root_id = t.root_id AND d.task_id = t.id AND d.status = 'armed') AS provisional
       FROM engine_task t JOIN engine_root r ON r.id = t.root_id WHERE t.id = ?`,
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

function headOf({ row, instance, bundle, state, language }: Found) {
  return {
    id: Number(row['id']),
    rootId: Number(row['root_id']),
    instanceId: instance.id,
    caseTitle: String(row['case_title']),
    process: instance.process,
    state,
    title: taskTitleIn(language, bundle, { state, title: String(row['title']) }),
    status: String(row['status']),
    version: Number(row['version']),
    dueAt: row['due_at'] as Date | null,
    provisional: Number(row['provisional']) === 1,
    openedAt: row['opened_at'] as Date,
  };
}
