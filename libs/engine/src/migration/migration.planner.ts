import { Injectable } from '@nestjs/common';
import { activeStates, type Json, migrateSnapshot, type Snapshot, type TaskSpec, variables } from '#libs/kernel';
import type { PeriodOrDate, PlannedTimer } from '../timers/planned-timer.js';
import { TimerPlanner } from '../timers/timer.planner.js';
import { isSame } from '../history/canonical.js';
import type { MigrationPlan, MigrationQuestion, StandingTask, TaskChange, TimerChange } from './migration.plan.js';
import type { CountedTimer } from '../timers/counting.js';
import { remainingPeriod } from './remaining.period.js';

/** A question whose instance can move. */
type Movable = MigrationQuestion & { readonly moved: Snapshot };

/** Says what a move to another version would do to an instance; the same for a dry run and for the real one. */
@Injectable()
export class MigrationPlanner {
  constructor(private readonly timers: TimerPlanner) {}

  plan(question: MigrationQuestion): MigrationPlan {
    const { instance, from, to } = question;
    const outcome = migrateSnapshot(from.compiled, to.compiled, instance.snapshot);
    if (!outcome.ok) return outcome;
    const movable = { ...question, moved: outcome.snapshot };
    const states = activePaths(activeStates(to.compiled, outcome.snapshot));
    return {
      ok: true,
      snapshot: outcome.snapshot,
      tasks: states.flatMap((state) => this.taskChange(movable, state) ?? []),
      timers: states.flatMap((state) => this.timerChanges(movable, state)),
    };
  }

  private taskChange(question: Movable, state: string): TaskChange | null {
    const { before, after, open } = taskAt(question, state);
    if (!after) return open ? { state, closes: open, opens: null } : null;
    if (open) return this.replacement(question, { state, before, after, open });
    if (before) return null;
    const due = this.due(question, after, null);
    return { state, closes: null, opens: { hasNewAssignee: true, dueAt: dueAtOf(due), due, keeps: null } };
  }

  /** Nothing, where neither people nor due time change. */
  private replacement(question: Movable, { state, before, after, open }: OpenTask): TaskChange | null {
    const { instance, policy } = question;
    const hasNewAssignee = !isSame({ ...before?.assignee }, { ...after.assignee });
    if (policy === 'keep') {
      const keeps = instance.timers.find((timer) => timer.taskId === open.id) ?? null;
      return hasNewAssignee
        ? { state, closes: open, opens: { hasNewAssignee, dueAt: open.dueAt, due: null, keeps } }
        : null;
    }
    const due = this.due(question, after, open);
    const isMoved = due?.dueAt.getTime() !== open.dueAt?.getTime();
    if (!hasNewAssignee && !isMoved) return null;
    return { state, closes: open, opens: { hasNewAssignee, dueAt: dueAtOf(due), due, keeps: null } };
  }

  /** By the new version's words: counted from the opening, or what was left of it from now on. */
  private due(question: Movable, task: TaskSpec, open: StandingTask | null): PlannedTimer | null {
    const { instance, to, moved, now } = question;
    const left = this.dueLeft(question, task, open);
    const plan = this.timers.for(to.content).due(
      {
        bundle: to,
        tx: { root: { id: instance.rootId } },
        instance: { snapshot: moved },
        pending: { at: left ? now : (open?.openedAt ?? now) },
      },
      left ?? task,
    );
    return plan && { ...plan, steps: plan.steps.filter((step) => step.at > now.toISOString()) };
  }

  /** The task with what is left of its time limit, where the policy wants it and it can be said. */
  private dueLeft(question: Movable, task: TaskSpec, open: StandingTask | null): TaskSpec | null {
    const { instance, to, now, policy } = question;
    const running = open && instance.timers.find((timer) => timer.taskId === open.id);
    if (policy !== 'remaining' || !running || !task.due) return null;
    const { from: _from, ...due } = task.due;
    const within = to.content.parameters[due.within] ?? due.within;
    const { calendar } = this.timers.for(to.content);
    const left = typeof within === 'string' ? remainingPeriod(now, running, within, calendar) : null;
    return left === null ? null : { ...task, due: { ...due, within: left } };
  }

  private timerChanges(question: Movable, state: string): TimerChange[] {
    const { instance, from, to, policy } = question;
    const after = to.compiled.states.get(state)?.after ?? {};
    const before = from.compiled.states.get(state)?.after ?? {};
    const armed = instance.timers.filter((timer) => timer.kind === 'after' && timer.state === state);
    const gone = armed
      .filter(({ deadline }) => !(deadline in after))
      .map((timer) => ({ state, deadline: timer.deadline, closes: timer, opens: null }));
    // What stands still keeps what was left of it.
    const running = armed.filter(({ remaining }) => remaining === undefined);
    const kept = policy === 'keep' ? [] : running.filter(({ deadline }) => deadline in after);
    const moved = kept.flatMap((timer): TimerChange[] => {
      const opens = this.after(question, timer.deadline, { running: timer, since: timer.armedAt });
      return opens.dueAt.getTime() === timer.dueAt.getTime()
        ? []
        : [{ state, deadline: timer.deadline, closes: timer, opens }];
    });
    // A deadline of both versions without a timer has passed already, and never comes back.
    const fresh = Object.keys(after).filter((deadline) => !(deadline in before));
    const armedNow = fresh.map((deadline) => {
      const since = policy === 'recompute' ? instance.enteredAt(state) : undefined;
      const opens = this.after(question, deadline, { running: null, since: since ?? question.now });
      return { state, deadline, closes: null, opens };
    });
    return [...gone, ...moved, ...armedNow];
  }

  private after(
    question: Movable,
    deadline: string,
    { running, since }: { readonly running: CountedTimer | null; readonly since: Date },
  ): PlannedTimer {
    const length = lengthOf(question, deadline);
    const { policy, now } = question;
    const isLeft = policy === 'remaining' && running !== null && length.duration !== undefined;
    const timers = this.timers.for(question.to.content);
    const left = isLeft ? remainingPeriod(now, running, length.duration ?? '', timers.calendar) : null;
    return left === null ? timers.after(since, length) : timers.after(now, { ...length, duration: left });
  }
}

interface OpenTask {
  readonly state: string;
  readonly before: TaskSpec | undefined;
  readonly after: TaskSpec;
  readonly open: StandingTask;
}

function taskAt({ instance, from, to }: Movable, state: string) {
  return {
    before: from.compiled.states.get(state)?.task,
    after: to.compiled.states.get(state)?.task,
    open: instance.tasks.find((task) => task.state === state) ?? null,
  };
}

function dueAtOf(plan: PlannedTimer | null): Date | null {
  return plan?.dueAt ?? null;
}

/** As the kernel gives it when it arms the deadline. */
function lengthOf({ to, moved }: Movable, deadline: string): PeriodOrDate {
  const { parameters, deadlines = {} } = to.compiled.definition;
  const held = variables(moved);
  const valueOf = (name: string): Json | undefined => to.content.parameters[name] ?? parameters[name]?.default;
  const counted = deadlines[deadline];
  if (counted) {
    const minus = textMember('minus', valueOf(counted.minus) ?? counted.minus);
    return { ...textMember('law', counted.law), ...textMember('date', held[counted.until]), ...minus };
  }
  const parameter = parameters[deadline];
  if (!parameter) return textMember('date', held[deadline]);
  return { ...textMember('law', parameter.law), ...textMember('duration', valueOf(deadline)) };
}

function textMember<K extends string>(key: K, value: Json | undefined): { readonly [name in K]?: string } {
  // A computed key widens to string; the one member is what the type says.
  return typeof value === 'string' ? ({ [key]: value } as { readonly [name in K]: string }) : {};
}

/** The active states and all around them. */
function activePaths(leaves: readonly string[]): readonly string[] {
  const paths = leaves.flatMap((leaf) => {
    const names = leaf.split('.');
    return names.map((_, index) => names.slice(0, index + 1).join('.'));
  });
  return [...new Set(['', ...paths])];
}
