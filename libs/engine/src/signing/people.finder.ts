import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory, type UserRecord } from '#libs/identity';
import { DataSource } from 'typeorm';
import { Visibility } from '../authority/visibility.js';
import { NotVisibleError } from '../commands/command.error.js';
import { TaskLocator } from '../tasks/task.locator.js';

/** Somebody who may be asked or given a task. */
export interface PersonView {
  readonly id: number;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}

const LIMIT = 50;

/** 选人: whom the caller may hand a task to, and whom it may ask beside itself. Whether they may is asked again then. */
@Injectable()
export class PeopleFinder {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly visibility: Visibility,
    private readonly locator: TaskLocator,
  ) {}

  /** 转办、委派: active colleagues of the caller's organisation who hold a role of the task. */
  async successors(caller: Caller, taskId: number): Promise<readonly PersonView[]> {
    await this.assertMaySee(caller, taskId);
    const rows: { role: string }[] = await this.dataSource.query(
      'SELECT DISTINCT role FROM engine_task_candidate WHERE task_id = ? AND organisation_id = ?',
      [taskId, caller.organisationId],
    );
    const people = rows.flatMap(({ role }) => this.directory.members(caller.organisationId, role));
    return this.views(caller, people, '');
  }

  /** 加签: active people of the organisations that take part in the case, by name. */
  async colleagues(caller: Caller, taskId: number, search: string): Promise<readonly PersonView[]> {
    const rootId = await this.assertMaySee(caller, taskId);
    const rows: { organisation_id: number }[] = await this.dataSource.query(
      `SELECT organisation_id FROM engine_party WHERE root_id = ? UNION SELECT purchaser_id FROM engine_root WHERE id = ?
       UNION SELECT organisation_id FROM engine_task_candidate WHERE task_id = ?`,
      [rootId, rootId, taskId],
    );
    const people = rows.flatMap((row) => this.directory.usersOf(Number(row.organisation_id)));
    return this.views(caller, people, search);
  }

  private async assertMaySee(caller: Caller, taskId: number): Promise<number> {
    const rootId = await this.locator.rootOf(taskId);
    const isSeen = (await this.visibility.maySee(caller, rootId)) || (await this.hasPart(caller, taskId));
    if (!isSeen) throw new NotVisibleError('task', taskId);
    return rootId;
  }

  /** A substitute from elsewhere has the task without seeing the case. */
  private async hasPart({ organisationId }: Caller, taskId: number): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      'SELECT 1 FROM engine_task_candidate WHERE task_id = ? AND organisation_id = ? LIMIT 1',
      [taskId, organisationId],
    );
    return rows.length > 0;
  }

  private views(caller: Caller, people: readonly UserRecord[], search: string): readonly PersonView[] {
    const distinct = new Map(people.map((user) => [user.id, user]));
    const found = [...distinct.values()].filter(
      (user) => user.status === 'active' && user.id !== caller.userId && user.name.includes(search),
    );
    return found.slice(0, LIMIT).map((user) => ({
      id: user.id,
      name: user.name,
      organisation: this.directory.byId(user.organisationId)?.name ?? '',
      roles: user.roles,
    }));
  }
}
