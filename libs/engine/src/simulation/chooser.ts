import { type EventOption, type KernelEvent, type JsonObject, options, type StepProblem } from '#libs/kernel';
import type { Ballot } from './ballot.js';
import { lineage } from '../commands/transition.lookup.js';
import type { SimulatedInstance } from './simulated.instance.js';
import type { CaseRun } from './world.js';

/** Who comes, and when. */
interface Visit {
  readonly at: number;
  readonly person: number;
  /** Where several decide. */
  readonly ballot?: Ballot | null;
}

export type Done =
  | { readonly kind: 'done'; readonly isOnce: boolean }
  | { readonly kind: 'refused'; readonly reason: string };

/** Payloads that are tried before a person takes another event. */
const MOST_PAYLOADS = 6;

/** What a person does with a task: one of the events that its state accepts, by weights, with a filled form. */
export class Chooser {
  constructor(private readonly run: CaseRun) {}

  /** Tries events until one is accepted. */
  act(instance: SimulatedInstance, state: string, visit: Visit): Done {
    const open = this.optionsIn(instance, visit).filter(
      (option) => option.transition.by === undefined && lineage(state).includes(option.state),
    );
    const left = new Map<string, EventOption>();
    for (const option of open) if (!left.has(option.event) && option.enabled !== false) left.set(option.event, option);
    let reason = whyNone(open, state);
    while (left.size > 0) {
      const option = left.get(this.pick(instance, state, left) ?? '');
      if (!option) break;
      const heard = heardOf(option, open, visit);
      if (heard === null) return this.counted(instance, option);
      const problem = this.take(instance, heard, visit);
      if (!problem) return { kind: 'done', isOnce: option.transition.once };
      visit.ballot?.takeBack();
      left.delete(option.event);
      reason = `${option.event} in ${state}: ${problem.message}`;
    }
    return { kind: 'refused', reason };
  }

  /** An event without a task. What is refused is not sent again. */
  send(instance: SimulatedInstance, state: string, event: string, visit: Visit): void {
    const option = this.optionsIn(instance, visit).find(
      (open) => open.event === event && open.state === state && open.transition.by && open.enabled !== false,
    );
    if (option) this.take(instance, option, visit);
  }

  private optionsIn(instance: SimulatedInstance, { at, person }: Visit): EventOption[] {
    if (!instance.snapshot) return [];
    const facts = instance.facts({ at, actor: actorOf(person), payload: {} });
    return options(instance.subject.bundle.compiled, instance.snapshot, facts);
  }

  private pick(instance: SimulatedInstance, state: string, left: ReadonlyMap<string, EventOption>): string | undefined {
    const isBack = Object.fromEntries([...left].map(([event, option]) => [event, leadsBack(instance, option)]));
    const weights = this.run.world.model.choice(instance.process, state, isBack);
    return this.run.random.pick(weights) ?? [...left.keys()][0];
  }

  private take(instance: SimulatedInstance, option: EventOption, { at, person }: Visit): StepProblem | null {
    let problem: StepProblem | null = null;
    for (let tries = 0; tries < MOST_PAYLOADS; tries += 1) {
      const payload = this.payload(instance, option, at);
      if (!payload)
        return { code: 'machine-error', defect: true, message: 'no form was found that its schema accepts' };
      problem = this.run.take(instance, eventOf(option), { at, actor: actorOf(person), payload });
      if (problem?.code !== 'guard-refused') break;
    }
    if (problem) return problem;
    instance.took(option.event);
    this.run.world.tally.took({ process: instance.process, state: option.state, event: option.event });
    return null;
  }

  /** A vote that does not decide yet: the process hears nothing of it. */
  private counted({ process }: SimulatedInstance, { state, event }: EventOption): Done {
    this.run.world.tally.took({ process, state, event });
    return { kind: 'done', isOnce: true };
  }

  private payload(instance: SimulatedInstance, { state, transition }: EventOption, at: number): JsonObject | null {
    const { bundle } = instance.subject;
    const taskForm = transition.by ? undefined : bundle.compiled.states.get(state)?.task?.form;
    const form = bundle.forms.get(transition.form ?? taskForm ?? '');
    return form ? this.run.world.payloads.fill(form, instance.scope(at)) : {};
  }
}

/** What the process hears of a choice: all of it, or where several decide their decision alone. */
function heardOf(option: EventOption, open: readonly EventOption[], { ballot }: Visit): EventOption | null {
  if (!ballot) return option;
  const event = ballot.cast(option.event);
  return event === null ? null : (open.find((other) => other.event === event) ?? option);
}

function actorOf(person: number): { userId: number; organisationId: number } {
  return { userId: person, organisationId: 1 };
}

/** Whether the target stands earlier in the file. */
function leadsBack({ subject }: SimulatedInstance, { state, transition }: EventOption): boolean {
  const { target } = transition;
  if (target === undefined) return false;
  const parent = lineage(state)[1] ?? '';
  const sibling = subject.order.get(parent === '' ? target : `${parent}.${target}`);
  return (sibling ?? subject.order.get(target) ?? 0) < (subject.order.get(state) ?? 0);
}

function whyNone(open: readonly EventOption[], state: string): string {
  const refused = open.filter((option) => option.enabled === false);
  if (refused.length === 0) return `${state} accepts no event of its people`;
  return refused
    .map(
      ({ event, guard, values }) =>
        `${event} in ${state}: ${guard ?? ''} does not hold with ${JSON.stringify(values ?? {})}`,
    )
    .join('; ');
}

/** As a person sends it: to the state that declares it, not to the regions beside it. */
function eventOf({ event, state }: EventOption): KernelEvent {
  return { kind: 'event', name: event, ...(state !== '' && { to: state }) };
}
