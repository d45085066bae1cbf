import type { KernelEvent, Snapshot, StepFacts, StepProblem } from '#libs/kernel';
import type { PlannedTimer } from '../timers/planned-timer.js';
import type { TimerPlanner } from '../timers/timer.planner.js';
import type { EventQueue } from './event.queue.js';
import type { OfficeHours } from './office.hours.js';
import type { PayloadMaker } from './payload.maker.js';
import type { Random } from './random.js';
import type { Cause, SimulatedInstance, Subject } from './simulated.instance.js';
import type { SimulationModel } from './simulation.model.js';
import type { Tally } from './tally.js';

/** What all cases of a simulation share. */
export interface World {
  readonly model: SimulationModel;
  readonly hours: OfficeHours;
  readonly planner: TimerPlanner;
  readonly payloads: PayloadMaker;
  readonly tally: Tally;
  /** The definition that a case starts; undefined where there is none of that name. */
  subject(process: string): Subject | undefined;
  /** Told of every step that was taken. */
  observe?: ((step: ObservedStep) => void) | undefined;
}

/** A step that a case took: enough to take it again. */
export interface ObservedStep {
  readonly case: number;
  readonly process: string;
  readonly before: Snapshot | null;
  readonly event: KernelEvent;
  readonly facts: StepFacts;
  readonly after: Snapshot;
}

/** A running case as its people and timers know it. */
export interface CaseRun {
  readonly world: World;
  readonly index: number;
  readonly random: Random;
  readonly queue: EventQueue;
  /** One step and all that follows from it. A refusal changes nothing and is answered. */
  take(instance: SimulatedInstance, event: KernelEvent, cause: Cause): StepProblem | null;
  /** A step that nobody may refuse: the system's own. */
  must(instance: SimulatedInstance, event: KernelEvent, cause: Cause): void;
  /** The cause for which a state stands still. */
  suspendedBy(instance: SimulatedInstance, state: string): string | undefined;
  /** Hands the due time of a task to the desk of timers. */
  armDue(instance: SimulatedInstance, state: string, at: number): PlannedTimer | null;
}
