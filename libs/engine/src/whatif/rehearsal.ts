import type { CompiledForm, DecisionOutcome, JsonObject, KernelEvent, StepFacts, StepProblem } from '#libs/kernel';
import { declaredFor, eventsOf } from '../commands/transition.lookup.js';
import type { Bundle } from '../definitions/bundle.js';
import { textOrNull } from '../instances/json.column.js';
import type { TimerPlanner } from '../timers/timer.planner.js';
import { Track } from './track.js';
import type { FormFinding, PastInstance, PastStep, StuckFinding } from './what-if.report.js';

/** Kinds of row that carry what a person entered. */
const ENTRIES: readonly string[] = ['acted', 'sent'];

type Facts = Omit<StepFacts, 'parameters'>;

/** Plays one instance's history through the definition that it had and through another, side by side. */
export class Rehearsal {
  readonly before: Track;
  readonly after: Track;
  readonly forms: FormFinding[] = [];
  stuck: StuckFinding | null = null;
  played = 0;

  constructor(
    private readonly instance: PastInstance,
    old: Bundle,
    next: Bundle,
    planner: TimerPlanner,
  ) {
    this.before = new Track(old, planner, instance.rootId);
    this.after = new Track(next, planner, instance.rootId);
  }

  run(): this {
    for (const row of this.instance.steps) {
      if (this.stuck) return this;
      this.play(row);
    }
    return this;
  }

  private play(row: PastStep): void {
    if (row.kind === 'withdrawn') return this.goBack(row);
    // The engine wrote it as the kernel's event.
    const event = row.facts['step'] as unknown as KernelEvent | undefined;
    if (event === undefined) return;
    this.played += 1;
    const facts = factsOf(row);
    const { decisions } = row.facts;
    const known = decisions === undefined ? {} : { decisions: decisions as unknown as readonly DecisionOutcome[] };
    this.before.take(event, { ...facts, ...known });
    this.passNewDeadlines(facts);
    const problem = this.playNew(row, event, facts);
    if (problem) this.stuck = this.findingOf(row, event, problem);
    this.before.remember(row.seq);
    this.after.remember(row.seq);
  }

  private goBack({ facts }: PastStep): void {
    const restores = facts['restoresSeq'];
    if (typeof restores !== 'number') return;
    this.before.goBack(restores);
    this.after.goBack(restores);
  }

  /** Deadlines that only the new definition has would have moved the process in between. */
  private passNewDeadlines({ at, views }: Facts): void {
    const old = this.before.bundle.compiled.states;
    const isNew = ({ state, deadline }: { state: string; deadline: string }): boolean =>
      old.get(state)?.after[deadline] === undefined;
    for (let mark = this.after.passedBy(at, isNew); mark; mark = this.after.passedBy(at, isNew)) {
      const event = { kind: 'deadline', state: mark.state, deadline: mark.deadline } as const;
      mark.isOpen = false;
      this.after.take(event, { at: mark.due, actor: null, payload: {}, views });
    }
  }

  private playNew(row: PastStep, event: KernelEvent, facts: Facts): StepProblem | null {
    switch (event.kind) {
      case 'deadline':
        return this.playDeadline(event, facts);
      case 'event':
        return this.playEvent(row, event.name, facts);
      case 'start':
      case 'completed':
      case 'goto':
        return this.after.take(event, facts);
    }
  }

  /** A period that grew or shrank ends where it ended: what moves is reported apart. One that is gone moves nothing. */
  private playDeadline(event: Extract<KernelEvent, { kind: 'deadline' }>, facts: Facts): StepProblem | null {
    const spec = this.after.bundle.compiled.states.get(event.state);
    if (spec?.after[event.deadline] === undefined || !this.after.isIn(event.state)) return null;
    return this.after.take(event, facts);
  }

  private playEvent(row: PastStep, name: string, facts: Facts): StepProblem | null {
    const state = textOrNull(row.facts['state']) ?? '';
    const { compiled } = this.after.bundle;
    const isGone = state !== '' && !compiled.states.has(state);
    // The step was dropped from the definition: nobody would have acted here.
    if (isGone) return null;
    if (!this.after.isIn(state)) this.bridgeTo(state, facts);
    this.checkForm(row, state, name);
    return this.after.take({ kind: 'event', name }, facts);
  }

  /** A new step before a known one: its people are taken to let the case through. */
  private bridgeTo(state: string, facts: Facts): void {
    const { compiled } = this.after.bundle;
    for (const path of this.after.active()) {
      if (this.before.bundle.compiled.states.get(path)?.task || !compiled.states.get(path)?.task) continue;
      for (const name of eventsOf(compiled, path)) {
        const { snapshot } = this.after;
        const problem = this.after.take({ kind: 'event', name }, { ...facts, payload: {} });
        if (!problem && this.after.isIn(state)) return;
        this.after.snapshot = snapshot;
      }
    }
  }

  private checkForm(row: PastStep, state: string, event: string): void {
    const form = this.formOf(row.kind, state, event);
    const problems = form?.validate(row.payload) ?? [];
    if (!form || problems.length === 0) return;
    const fields = problems.map(({ pointer, message }) => ({ field: pointer, ...message }));
    this.forms.push({ seq: row.seq, event, form: form.name, fields });
  }

  /** Form of what a person entered under the new definition. */
  private formOf(kind: string, state: string, event: string): CompiledForm | undefined {
    const { compiled, forms } = this.after.bundle;
    const [declared] = declaredFor(compiled, state, event);
    if (!declared || !ENTRIES.includes(kind)) return undefined;
    const taskForm = kind === 'acted' ? compiled.states.get(state)?.task?.form : undefined;
    return forms.get(declared.transition.form ?? taskForm ?? '');
  }

  private findingOf(row: PastStep, event: KernelEvent, problem: StepProblem): StuckFinding {
    return {
      step: this.played,
      seq: row.seq,
      at: row.at,
      event: event.kind === 'event' ? event.name : event.kind,
      states: this.after.active(),
      code: problem.code,
      reason: problem.message,
      ...(problem.guard === undefined ? {} : { guard: problem.guard }),
      ...(problem.values === undefined ? {} : { values: problem.values }),
    };
  }
}

function factsOf({ at, actor, payload, facts }: PastStep): Facts {
  return { at, actor, payload, views: (facts['views'] ?? {}) as JsonObject };
}
