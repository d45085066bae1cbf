import type { CompiledMachine } from '../compile/compiled-process.js';
import { firedKey, type MachineMemory, parseAfterEvent, type Taken } from '../compile/machine-config.js';
import type { ReturnedAction } from '../compile/runnable-machine.js';
import { abort } from '../compile/step-run.js';
import { parseDuration } from '../values/duration.js';
import { isPlainDate } from '../values/plain-date.js';
import type { CountedBackSpec, Json } from '../definition/language.js';
import type { StepEffect, StepFacts } from './step.types.js';

/** The effects of one step in true order, and which transitions were taken. */
export class CollectedEffects {
  readonly effects: StepEffect[] = [];
  readonly taken: Taken['trigger'][] = [];

  constructor(
    private readonly machine: CompiledMachine,
    private readonly facts: StepFacts,
    /** State whose child has just completed: leaving it stops nothing. */
    private completedChild: string | null,
  ) {}

  add(action: ReturnedAction): void {
    switch (action.type) {
      case 'taken':
        // Our own action of that type always carries a mark (see machine-config).
        this.taken.push((action.params as Taken).trigger);
        return;
      case 'effect':
        this.addEffect(action.params as StepEffect, action.info.context);
        return;
      case 'effects':
        this.effects.push(...(action.params as readonly StepEffect[]));
        return;
      case 'xstate.raise':
        this.addArmed(action.params as RaiseParams, action.info.context);
        return;
      case 'xstate.cancel':
        this.addDisarmed((action.params as CancelParams).sendId, action.info.context);
        return;
      default:
        abort({
          code: 'machine-error',
          defect: true,
          message: `the machine returned an action \`${action.type}\` that nobody knows`,
        });
    }
  }

  private addEffect(effect: StepEffect, memory: MachineMemory): void {
    if (effect.kind === 'stopChild' && memory.children?.[effect.state]?.includes(null) === false) return;
    if (effect.kind === 'stopChild' && effect.state === this.completedChild) {
      this.completedChild = null;
      return;
    }
    this.effects.push(effect);
  }

  /** XState fires a missing or non-numeric delay at once, so anything but a finite number aborts the step. */
  private addArmed(raise: RaiseParams, memory: MachineMemory): void {
    const at = parseAfterEvent(raise.id ?? '');
    if (at === null || typeof raise.delay !== 'number' || !Number.isFinite(raise.delay)) {
      abort({
        code: 'bad-delay',
        defect: true,
        message: `the machine raised \`${String(raise.id)}\` without a finite delay`,
      });
      return;
    }
    const length = this.lengthOf(at.deadline, memory);
    if (length === null) {
      const message = `the deadline \`${at.deadline}\` of the state \`${at.state}\` has no length: ${this.whyNoLength(at.deadline, memory)}`;
      abort({ code: 'bad-delay', defect: true, message, state: at.state });
      return;
    }
    this.effects.push({ kind: 'arm', ...at, ...length });
  }

  private lengthOf(
    deadline: string,
    memory: MachineMemory,
  ): Pick<StepEffect & { kind: 'arm' }, 'duration' | 'date' | 'minus' | 'law'> | null {
    const counted = this.machine.definition.deadlines?.[deadline];
    if (counted !== undefined) return this.countedBack(counted, memory);
    const parameter = this.machine.definition.parameters[deadline];
    if (parameter === undefined) return dateOf(memory.vars[deadline]);
    const duration = this.facts.parameters[deadline] ?? parameter.default;
    if (typeof duration !== 'string' || parseDuration(duration)?.negative !== false) return null;
    return parameter.law === undefined ? { duration } : { duration, law: parameter.law };
  }

  private countedBack({ until, minus, law }: CountedBackSpec, memory: MachineMemory) {
    const date = memory.vars[until];
    const period = this.facts.parameters[minus] ?? this.machine.definition.parameters[minus]?.default ?? minus;
    if (typeof date !== 'string' || !isPlainDate(date) || typeof period !== 'string') return null;
    if (parseDuration(period)?.negative !== false) return null;
    return law === undefined ? { date, minus: period } : { date, minus: period, law };
  }

  private whyNoLength(deadline: string, memory: MachineMemory): string {
    const parameter = this.machine.definition.parameters[deadline];
    const variable = this.machine.definition.deadlines?.[deadline]?.until ?? deadline;
    if (parameter === undefined)
      return `the date variable \`${variable}\` is ${JSON.stringify(memory.vars[variable] ?? null)}; set it before the state is entered`;
    return `the parameter is ${JSON.stringify(this.facts.parameters[deadline] ?? parameter.default)}, which is no duration`;
  }

  /** A deadline that has fired is no longer armed, so leaving its state disarms nothing. */
  private addDisarmed(sendId: string, memory: MachineMemory): void {
    const at = parseAfterEvent(sendId);
    if (at === null) {
      abort({
        code: 'machine-error',
        defect: true,
        message: `the machine cancelled \`${sendId}\`, which is no deadline`,
      });
    }
    if (memory.fired.includes(firedKey(at.state, at.deadline))) return;
    this.effects.push({ kind: 'disarm', ...at });
  }
}

function dateOf(value: Json | undefined): { readonly date: string } | null {
  return typeof value === 'string' && isPlainDate(value) ? { date: value } : null;
}

interface CancelParams {
  readonly sendId: string;
}

interface RaiseParams {
  readonly id?: string;
  readonly delay?: unknown;
}
