import type { StepEffect } from '#libs/kernel';
import type { SuspensionRow } from '../instances/case.rows.js';
import { reaches } from '../timers/suspension.reach.js';
import type { SimulatedInstance, SimulatedTimer } from './simulated.instance.js';
import type { TimerDesk } from './timer.desk.js';

type Effect<K extends StepEffect['kind']> = Extract<StepEffect, { kind: K }>;

/** Told what stands still or runs again. */
export interface StandingPeople {
  stand(instance: SimulatedInstance, causeOf: (state: string) => string | undefined, at: number): void;
  moveDue(instance: SimulatedInstance, timer: SimulatedTimer): void;
}

/** 暂停 and 恢复 in a simulated case, by the engine's own rule of what a suspension reaches. */
export class SuspensionDesk {
  private readonly rows = new Map<number, SuspensionRow>();
  private count = 0;
  private wasAny = false;

  constructor(
    private readonly instances: ReadonlyMap<number, SimulatedInstance>,
    private readonly timers: TimerDesk,
    private readonly people: StandingPeople,
  ) {}

  begin(instance: SimulatedInstance, { state, scope, cause, except }: Effect<'suspend'>): void {
    this.count += 1;
    const region = instance.subject.bundle.compiled.regionOf(state);
    this.rows.set(this.count, { id: this.count, instanceId: instance.id, region, scope, cause, exempt: except });
  }

  end(instance: SimulatedInstance, { scope, cause }: Effect<'resume'>): void {
    for (const row of this.rows.values()) {
      if (row.cause === cause && (scope === 'case' || row.instanceId === instance.id)) this.rows.delete(row.id);
    }
  }

  /** The cause for which a state stands still. */
  causeOf(instance: SimulatedInstance, state: string): string | undefined {
    return [...this.rows.values()].find((row) => reaches({ instances: this.instances }, row, instance.id, state))
      ?.cause;
  }

  /** After each step: timers and people stand still or go on as the suspensions now want it. */
  settle(at: number): void {
    for (const row of this.rows.values()) if (!this.instances.has(row.instanceId)) this.rows.delete(row.id);
    if (this.rows.size === 0 && !this.wasAny) return;
    this.wasAny = this.rows.size > 0;
    for (const instance of this.instances.values()) {
      const moved = this.timers.settle(instance, (timer) => this.stops(instance, timer), at);
      for (const timer of moved) this.people.moveDue(instance, timer);
      this.people.stand(instance, (state) => this.causeOf(instance, state), at);
    }
  }

  private stops(instance: SimulatedInstance, { isDue, state, deadline }: SimulatedTimer): boolean {
    const { compiled } = instance.subject.bundle;
    const spec = isDue ? compiled.states.get(state)?.task?.due : compiled.definition.parameters[deadline];
    const causes = spec?.suspendable ?? [];
    return [...this.rows.values()].some(
      (row) => causes.includes(row.cause) && reaches({ instances: this.instances }, row, instance.id, state),
    );
  }
}
