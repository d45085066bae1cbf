import type { PartyRole } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import type { TimerPlanner } from '../timers/timer.planner.js';
import { Rehearsal } from './rehearsal.js';
import type { Mark } from './track.js';
import type {
  ApprovalFinding,
  DeadlineFinding,
  InstanceFinding,
  PastInstance,
  WhatIfReport,
} from './what-if.report.js';

/** An instance's history, and the definitions to compare. */
export interface WhatIfQuestion {
  readonly history: PastInstance;
  /** What the instance was pinned to. */
  readonly old: Bundle;
  readonly next: Bundle;
}

/** How one instance would have gone under another definition. Reads nothing but its arguments. */
export function whatIf({ history, old, next }: WhatIfQuestion, planner: TimerPlanner): InstanceFinding {
  const rehearsal = new Rehearsal(history, old, next, planner).run();
  const { rootId, instanceId, title, status, steps } = history;
  return {
    ...{ rootId, instanceId, title, status, fromVersion: old.content.version },
    played: rehearsal.played,
    steps: steps.filter(({ facts }) => facts['step'] !== undefined).length,
    stuck: rehearsal.stuck,
    deadlines: movedDeadlines(rehearsal),
    approvals: otherApprovals(rehearsal),
    forms: rehearsal.forms,
  };
}

/** The findings of many instances together; those where nothing changes are only counted. */
export function whatIfReport(next: Bundle, all: readonly InstanceFinding[]): WhatIfReport {
  const findings = all.filter(isChanged);
  return {
    process: next.content.process,
    toVersion: next.content.version,
    instances: all.length,
    unchanged: all.length - findings.length,
    stuck: findings.filter(({ stuck }) => stuck !== null).length,
    withMovedDeadlines: findings.filter(({ deadlines }) => deadlines.length > 0).length,
    withOtherApprovals: findings.filter(({ approvals }) => approvals.length > 0).length,
    withRefusedForms: findings.filter(({ forms }) => forms.length > 0).length,
    findings: findings.sort((a, b) => openFirst(a) - openFirst(b) || a.rootId - b.rootId),
  };
}

function isChanged({ stuck, deadlines, approvals, forms }: InstanceFinding): boolean {
  return stuck !== null || deadlines.length > 0 || approvals.length > 0 || forms.length > 0;
}

function openFirst({ status }: InstanceFinding): number {
  return status === 'active' ? 0 : 1;
}

function movedDeadlines({ before, after, stuck }: Rehearsal): DeadlineFinding[] {
  const titles = { ...titlesOf(before.bundle), ...titlesOf(after.bundle) };
  // What lies behind the place where it got stuck was never reached: that is no change of its own.
  const keys = new Set([...(stuck ? [] : before.marks.keys()), ...after.marks.keys()]);
  return [...keys].flatMap((key) => comparedMark(before.marks.get(key), after.marks.get(key), titles));
}

function comparedMark(
  old: Mark | undefined,
  next: Mark | undefined,
  titles: Readonly<Record<string, string>>,
): DeadlineFinding[] {
  const mark = old ?? next;
  const [oldDue, newDue] = [dueOf(old), dueOf(next)];
  if (!mark || oldDue === newDue) return [];
  const { state, deadline, isOpen } = mark;
  return [{ state, title: titles[state] ?? state, deadline, oldDue, newDue, isOpen }];
}

function dueOf(mark: Mark | undefined): string | null {
  return mark?.due ?? null;
}

function otherApprovals({ before, after, stuck }: Rehearsal): ApprovalFinding[] {
  const titles = { ...titlesOf(before.bundle), ...titlesOf(after.bundle) };
  const states = new Set([...before.asked.keys(), ...after.asked.keys()]);
  return [...states].flatMap((state): ApprovalFinding[] => {
    const [from, to] = [textOf(before.asked.get(state)), textOf(after.asked.get(state))];
    const isUnreached = to === null && stuck !== null && after.bundle.compiled.states.get(state)?.task !== undefined;
    if (from === to || isUnreached) return [];
    const change = from === null ? 'added' : to === null ? 'vanished' : 'reassigned';
    return [{ state, title: titles[state] ?? state, change, from, to }];
  });
}

function titlesOf({ compiled }: Bundle): Readonly<Record<string, string>> {
  return Object.fromEntries([...compiled.states].flatMap(([path, { title }]) => (title ? [[path, title.zh]] : [])));
}

function textOf(party: PartyRole | undefined): string | null {
  return party ? `${party.organisation}/${party.role}` : null;
}
