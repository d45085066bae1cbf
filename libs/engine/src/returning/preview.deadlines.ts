import { Injectable } from '@nestjs/common';
import { USUAL_RETURN } from '#libs/kernel';
import { DataSource } from 'typeorm';
import { deadlineTitleIn } from '../explain/deadline.title.js';
import { titleIn } from '../language/language.js';
import { TimerPlanner } from '../timers/timer.planner.js';
import { armedWithRest, DeadlineRest, dueWithRest } from './left.deadlines.js';
import type { NamedDeadline, PreviewScope, ReturnPreview } from './return.preview.js';

/** The deadlines that a return would stop and begin. */
@Injectable()
export class PreviewDeadlines {
  constructor(
    private readonly dataSource: DataSource,
    private readonly planner: TimerPlanner,
    private readonly rest: DeadlineRest,
  ) {}

  async of(scope: PreviewScope, at: Date): Promise<Pick<ReturnPreview, 'stopped' | 'started'>> {
    return { stopped: await this.stopped(scope), started: await this.started(scope, at) };
  }

  private async stopped(scope: PreviewScope): Promise<ReturnPreview['stopped']> {
    const { instance, effects } = scope;
    const rows: { state: string; deadline: string; due_at: Date }[] = await this.dataSource.query(
      "SELECT state, deadline, due_at FROM engine_timer WHERE instance_id = ? AND status IN ('armed', 'suspended') ORDER BY id",
      [instance.id],
    );
    const left = new Set(effects.flatMap((effect) => (effect.kind === 'exit' ? [effect.state] : [])));
    return rows
      .filter(({ state }) => left.has(state))
      .map(({ state, deadline, due_at: dueAt }) => ({ ...named(scope, state, deadline), dueAt }));
  }

  private async started(scope: PreviewScope, at: Date): Promise<ReturnPreview['started']> {
    const { bundle, instance, target, effects, rootId } = scope;
    const { content, compiled } = bundle;
    const planner = this.planner.for(content);
    const spec = compiled.states.get(target.state)?.task;
    const isRest = (compiled.states.get(scope.state)?.task?.return ?? USUAL_RETURN).deadlines === 'remaining';
    const place = { instanceId: instance.id, content, spec };
    const left = isRest ? { left: await this.rest.of(target, place, this.dataSource) } : {};
    const dueScope = { bundle, tx: { root: { id: rootId } }, pending: { at }, instance };
    const due = spec ? planner.due(dueScope, dueWithRest(left, target.state, spec)) : null;
    const armed = effects.flatMap((effect) => {
      if (effect.kind !== 'arm') return [];
      const { dueAt } = planner.after(at, armedWithRest(left, effect));
      return [{ ...named(scope, effect.state, effect.deadline), dueAt }];
    });
    return due ? [{ ...named(scope, target.state, 'due'), dueAt: due.dueAt }, ...armed] : armed;
  }
}

function named({ bundle, language }: PreviewScope, state: string, deadline: string): NamedDeadline {
  const title = titleIn(language, bundle.compiled.states.get(state)?.title, state);
  return { state, title, deadline, deadlineTitle: deadlineTitleIn(language, bundle, deadline) };
}
