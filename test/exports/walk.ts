import {
  activeStates,
  type CompiledProcess,
  type Json,
  type JsonObject,
  type KernelEvent,
  options,
  type Snapshot,
  step,
  type StepFacts,
  variables,
} from '#libs/kernel';
import { BpmnRun, type Facts } from './bpmn-run.js';
import { payloadOf } from './form-payload.js';
import { formSchema } from './shipped-definitions.js';

const AT = '2026-01-05T01:00:00.000Z';
const TODAY = '2026-01-05';

/** Something that can happen now. */
interface Happening {
  readonly event: KernelEvent;
  /** Elements of the export that stand for it, the likeliest first. */
  readonly elements: readonly string[];
  readonly form?: string;
}

/** Walks one case through the kernel and its export through a BPMN engine, with the same choices. */
export class TwinWalk {
  readonly steps: string[] = [];
  private snapshot: Snapshot;
  private readonly fired = new Set<string>();

  private constructor(
    private readonly process: CompiledProcess,
    private readonly bpmn: BpmnRun,
    private readonly facts: Facts,
    private readonly draw: () => number,
  ) {
    const started = step(process, null, { kind: 'start', input: START_INPUT(process) }, this.stepFacts({}));
    if (!started.ok) throw new TypeError(started.problem.message);
    this.snapshot = started.snapshot;
  }

  static async start(process: CompiledProcess, xml: string, draw: () => number): Promise<TwinWalk> {
    const { definition } = process;
    const parameters = Object.fromEntries(
      Object.entries(definition.parameters).map(([name, spec]) => [name, spec.default]),
    );
    const facts: Facts = { today: TODAY, payload: {}, views: viewsOf(process, draw), parameters };
    const bpmn = new BpmnRun(definition, facts);
    Object.assign(bpmn.variables, START_INPUT(process));
    await bpmn.start(xml);
    return new TwinWalk(process, bpmn, facts, draw);
  }

  /** Where both are now; the final states of regions are over on both sides. */
  get places(): { readonly kernel: readonly string[]; readonly bpmn: readonly string[] } {
    const isWaiting = (path: string): boolean => this.process.states.get(path)?.kind !== 'final';
    const kernel = activeStates(this.process, this.snapshot)
      .filter(isWaiting)
      .map((path) => path.replaceAll('.', '_'));
    return { kernel: kernel.sort(), bpmn: this.bpmn.waiting };
  }

  get variables(): { readonly kernel: JsonObject; readonly bpmn: JsonObject } {
    return { kernel: variables(this.snapshot), bpmn: this.bpmn.variables };
  }

  get isDone(): boolean {
    return this.snapshot['status'] === 'done';
  }

  /** One random step; what the kernel refuses never reaches the other side. */
  step(): void {
    const happenings = this.happenings();
    const happening = happenings[this.draw() % happenings.length];
    if (happening === undefined) return;
    const payload = happening.form === undefined ? {} : payloadOf(formSchema(happening.form), this.draw);
    const output = happening.event.kind === 'completed' ? happening.event.output : undefined;
    const heard = this.heardBy(happening);
    const outcome = step(this.process, this.snapshot, happening.event, this.stepFacts(payload));
    if (!outcome.ok) {
      if (outcome.problem.defect) throw new TypeError(`${describe(happening.event)}: ${outcome.problem.message}`);
      return;
    }
    this.steps.push(describe(happening.event));
    this.snapshot = outcome.snapshot;
    for (const effect of outcome.effects)
      if (effect.kind === 'arm') this.fired.delete(`${effect.state}/${effect.deadline}`);
    for (const elements of heard)
      this.follow({ ...happening, elements }, { ...this.facts, payload: payload as JsonObject }, output);
  }

  /** An event of the kernel is heard by every region; in BPMN each of their tasks is completed by itself. */
  private heardBy({ event, elements }: Happening): readonly (readonly string[])[] {
    if (event.kind !== 'event') return [elements];
    const hears = (path: string): boolean => this.process.states.get(path)?.on[event.name] !== undefined;
    const inner = activeStates(this.process, this.snapshot).map((leaf) => upwards(leaf).find(hears));
    return [...new Set(inner.filter((path) => path !== undefined))].map((path) => elementsOf(path, event.name));
  }

  private follow({ event, elements }: Happening, facts: Facts, output: Json | undefined): void {
    if (event.kind === 'deadline') {
      this.fired.add(`${event.state}/${event.deadline}`);
      return this.bpmn.pass(elements, event.deadline, facts);
    }
    this.bpmn.send(elements, event.kind === 'event' ? event.name : '', {
      facts,
      ...(output !== undefined && { output }),
    });
  }

  private happenings(): readonly Happening[] {
    const events = options(this.process, this.snapshot, this.stepFacts({})).map(({ event, state, transition }) => ({
      event: { kind: 'event', name: event } as const,
      elements: elementsOf(state, event),
      form: transition.form ?? this.process.states.get(state)?.task?.form,
    }));
    return [...events, ...this.chain().flatMap((path) => [...this.deadlines(path), ...this.children(path)])];
  }

  private deadlines(path: string): readonly Happening[] {
    return Object.keys(this.process.states.get(path)?.after ?? {})
      .filter((deadline) => !this.fired.has(`${path}/${deadline}`))
      .map((deadline) => ({
        event: { kind: 'deadline', state: path, deadline },
        elements: elementsOf(path, deadline),
      }));
  }

  private children(path: string): readonly Happening[] {
    if (this.process.states.get(path)?.subprocess === undefined) return [];
    const output = Object.fromEntries(CHILD_FLAGS.map((name) => [name, this.draw() % 4 > 0]));
    const values = { ...CHILD_VALUES, ...output };
    return [{ event: { kind: 'completed', state: path, output: values }, elements: elementsOf(path, '') }];
  }

  private chain(): readonly string[] {
    return [...new Set(activeStates(this.process, this.snapshot).flatMap(upwards))];
  }

  private stepFacts(payload: Json): StepFacts {
    return {
      at: AT,
      actor: null,
      payload: payload as JsonObject,
      views: this.facts.views,
      parameters: this.facts.parameters,
    };
  }
}

/** The state and all around it, the innermost first. */
function upwards(path: string): readonly string[] {
  return path === '' ? [''] : [path, ...upwards(path.slice(0, Math.max(path.lastIndexOf('.'), 0)))];
}

const CHILD_FLAGS = ['approved', 'awarded', 'completed'] as const;
const CHILD_VALUES: JsonObject = {
  plannedAmount: 100,
  approvedAmount: 100,
  contractAmount: 90,
  serviceFrom: '2026-02-01',
  serviceTo: '2026-04-15',
};

function START_INPUT({ definition }: CompiledProcess): JsonObject {
  const given: JsonObject = { serviceFrom: '2026-02-01', serviceTo: '2026-04-15' };
  return Object.fromEntries(Object.entries(given).filter(([name]) => name in definition.variables));
}

/** Views have a number of rows and a ranking, as those of the shipped definitions do. */
function viewsOf({ definition }: CompiledProcess, draw: () => number): JsonObject {
  const ranking = [1, 2, 3].map((rank) => ({ organisationId: rank, price: rank * 1_000, responseId: rank }));
  const one = {
    count: 1 + (draw() % 3),
    ranking,
    total: 8_500,
    released: 100,
    paid: 50 + (draw() % 2) * 50,
    returned: 0,
  };
  return Object.fromEntries(Object.keys(definition.views).map((name) => [name, one]));
}

function elementsOf(path: string, key: string): readonly string[] {
  const id = path.replaceAll('.', '_');
  return [`${id}-${key}`, id];
}

function describe(event: KernelEvent): string {
  switch (event.kind) {
    case 'event':
      return event.name;
    case 'deadline':
      return `${event.deadline}@${event.state}`;
    default:
      return `${event.kind} ${'state' in event ? event.state : ''}`;
  }
}
