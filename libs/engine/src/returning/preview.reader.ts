import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory } from '#libs/identity';
import { type JsonObject, regionsInReach, USUAL_RETURN } from '#libs/kernel';
import { DataSource } from 'typeorm';
import { OperationNotAllowedError, ReturnTargetError } from '../commands/operation.error.js';
import { readJson } from '../instances/json.column.js';
import type { Language } from '../language/language.js';
import { TaskReader } from '../tasks/task.reader.js';
import { taskTitleIn } from '../tasks/task.view.js';
import { type EarlierStep, EarlierSteps } from './earlier.steps.js';
import { PaperStep } from './paper.step.js';
import { PreviewDeadlines } from './preview.deadlines.js';
import type { PreviewScope, ReturnPreview, UndoneStep } from './return.preview.js';

interface UndoneRow {
  readonly id: number;
  readonly state: string;
  readonly title: string;
  readonly status: 'open' | 'done';
}

/** Takes the step of a return on paper: the kernel says what is left and entered, the tables what hangs on it. */
@Injectable()
export class PreviewReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tasks: TaskReader,
    private readonly steps: EarlierSteps,
    private readonly paper: PaperStep,
    private readonly deadlines: PreviewDeadlines,
    private readonly directory: OrganisationDirectory,
  ) {}

  async read(caller: Caller, taskId: number, to: string, language: Language = 'zh'): Promise<ReturnPreview> {
    const { rootId, instance, bundle, state, canAct, title } = await this.tasks.find(caller, taskId);
    const target = canAct ? await this.targetOf({ instance, bundle, state, title }, to) : null;
    if (!target) throw new OperationNotAllowedError('退回', title);
    const effects = await this.paper.take(caller, { rootId, instance, bundle, target });
    const scope = { rootId, instance, bundle, state, target, effects, language };
    return {
      to: { state: target.state, title: taskTitleIn(language, bundle, target) },
      people: (target.candidates ?? []).map(({ userId }) => ({ id: userId, name: this.nameOf(userId) })),
      undone: await this.undone(scope),
      ...(await this.deadlines.of(scope, this.paper.now())),
      lasting: await this.lasting(scope),
      effects: effects.flatMap((effect) => (effect.kind === 'effect' ? [effect.name] : [])),
    };
  }

  private async targetOf(
    { instance, bundle, state, title }: Pick<PreviewScope, 'instance' | 'bundle' | 'state'> & { title: string },
    to: string,
  ): Promise<EarlierStep> {
    const { compiled } = bundle;
    const spec = compiled.states.get(state)?.task;
    if (!spec?.allow.includes('return')) throw new OperationNotAllowedError('退回', title);
    const { branches } = spec.return ?? USUAL_RETURN;
    const steps = await this.steps.before({ instanceId: instance.id, state }, { compiled, branches });
    const names = steps.map((one) => one.state);
    const target = steps.find((one) => one.state === to);
    if (!target) throw new ReturnTargetError(to, names);
    return target;
  }

  /** What is open in the states that are left, and what has been done since in the branches that go back. */
  private async undone(scope: PreviewScope): Promise<readonly UndoneStep[]> {
    const { instance, target, effects } = scope;
    const left = new Set(effects.flatMap((effect) => (effect.kind === 'exit' ? [effect.state] : [])));
    const rows: UndoneRow[] = await this.dataSource.query(
      `SELECT id, state, title, status FROM engine_task WHERE instance_id = ?
         AND (status = 'open' OR (status = 'done' AND closed_seq >= ?)) ORDER BY id`,
      [instance.id, target.closedSeq],
    );
    const undone = rows.filter((row) => (row.status === 'open' ? left.has(row.state) : isWithin(scope, row.state)));
    const votes = await this.votesOf(undone.map(({ id }) => Number(id)));
    return undone.map((row) => ({ ...head(row, scope), votes: votes.get(Number(row.id)) ?? [] }));
  }

  private async votesOf(ids: readonly number[]): Promise<ReadonlyMap<number, UndoneStep['votes']>> {
    if (ids.length === 0) return new Map();
    const rows: { task_id: number; user_id: number; vote: string; at: Date }[] = await this.dataSource.query(
      'SELECT task_id, user_id, vote, at FROM engine_vote WHERE task_id IN (?) ORDER BY seq',
      [ids],
    );
    const votes = rows.map(({ user_id: id, vote, at }) => ({ person: this.nameOf(Number(id)), vote, at }));
    return new Map(ids.map((id) => [id, votes.filter((_, index) => Number(rows[index]?.task_id) === id)]));
  }

  private async lasting(scope: PreviewScope): Promise<ReturnPreview['lasting']> {
    const rows: { at: Date; facts: unknown }[] = await this.dataSource.query(
      'SELECT at, facts FROM engine_history WHERE root_id = ? AND instance_id = ? AND seq >= ? ORDER BY seq',
      [scope.rootId, scope.instance.id, scope.target.closedSeq],
    );
    return rows.flatMap(({ at, facts }) => {
      const { exited, effects } = readJson<JsonObject>(facts);
      const isUndone = textsIn(exited).some((state) => isWithin(scope, state));
      return isUndone ? textsIn(effects).map((effect) => ({ effect, at })) : [];
    });
  }

  private nameOf(userId: number): string {
    return this.directory.user(userId)?.name ?? String(userId);
  }
}

function head({ id, state, title, status }: UndoneRow, { bundle, language }: PreviewScope): Omit<UndoneStep, 'votes'> {
  return { task: Number(id), state, title: taskTitleIn(language, bundle, { state, title }), status };
}

/** Whether a state lies in the branch that goes back. */
function isWithin({ bundle: { compiled }, target }: PreviewScope, state: string): boolean {
  return regionsInReach(compiled, state, 'all').includes(compiled.regionOf(target.state));
}

function textsIn(value: JsonObject[string] | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
