import { EventEmitter } from 'node:events';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { Engine } from 'bpmn-engine';
import { evaluateDecision, evaluateExpression, type Json, type JsonObject, type ProcessDefinition } from '#libs/kernel';
import { TABLES } from './shipped-definitions.js';

/** What the harness and the interpreter share: everything that expressions may read. */
export interface Facts {
  readonly today: string;
  readonly payload: JsonObject;
  readonly views: JsonObject;
  readonly parameters: JsonObject;
}

const WAITING = ['bpmn:UserTask', 'bpmn:CallActivity', 'bpmn:IntermediateCatchEvent', 'bpmn:EventBasedGateway'];
const FAR_OFF = '2999-12-31T00:00:00Z';

/** What the tests use of a running element of bpmn-engine. */
interface EngineApi {
  readonly id: string;
  readonly type: string;
  signal(): void;
  cancel(): void;
  getPostponed(): readonly EngineApi[];
  getExecuting?(): readonly EngineApi[];
}

interface EngineExecution {
  getPostponed(): readonly EngineApi[];
}

interface ScriptOwner {
  readonly behaviour?: { readonly conditionExpression?: { readonly body: string } };
}

/** The exported BPMN, run by an engine that knows nothing of ours but how to evaluate FEEL and decision tables. */
export class BpmnRun {
  /** Set by the assignments of the flows that the engine takes. */
  variables: { [name: string]: Json };
  private readonly assigns = new Map<string, readonly (readonly [variable: string, expression: string])[]>();
  /** Elements at which a case can stand. */
  private readonly places = new Set<string>();
  /** Events that do not interrupt. */
  private readonly beside = new Set<string>();
  private readonly elapsed = new Set<string>();
  private event = '';
  private output: Json = null;
  private execution: EngineExecution | undefined;

  constructor(
    private readonly definition: ProcessDefinition,
    private facts: Facts,
  ) {
    this.variables = Object.fromEntries(
      Object.entries(definition.variables).map(([name, spec]) => [name, spec.default]),
    );
  }

  async start(xml: string): Promise<void> {
    const { rootElement } = await new BpmnModdle().fromXML(xml);
    this.read(rootElement);
    const listener = new EventEmitter();
    listener.on('flow.take', (flow: { readonly id: string }) => this.assign(flow.id));
    const engine = new Engine({
      source: xml,
      expressions: this.expressions(),
      scripts: {
        register: () => undefined,
        getScript: (_: string, element: ScriptOwner) => this.script(element),
      } as never,
      timers: new StoppedTimers() as never,
      settings: { enableDummyService: true },
    });
    engine.on('error', (error: Error) => {
      throw error;
    });
    // Its types say too little of what waits inside of a group.
    this.execution = await engine.execute({ listener });
  }

  /** Ids of what waits, without the suffix of a single event; boundary events wait too, but are no places. */
  get waiting(): readonly string[] {
    const places = this.postponed()
      .filter(({ id }) => this.places.has(id))
      .map((api) => api.id.replace(/-.*$/, ''));
    return [...new Set(places)].sort();
  }

  /** Completes a task, lets a message come or a child end. */
  send(ids: readonly string[], event: string, { facts, output }: { facts: Facts; output?: Json }): void {
    this.facts = facts;
    this.event = event;
    this.output = output ?? null;
    const beside = ids.find((id) => this.beside.has(id));
    // The engine lets an event beside running work happen only once; BPMN itself sets no such limit.
    if (beside !== undefined && !this.postponed().some(({ id }) => id === beside)) return this.assign(beside);
    const api = this.find(ids);
    this.assign(api.id);
    if (api.type === 'bpmn:UserTask' || api.type === 'bpmn:CallActivity') return void api.signal();
    return void inner(api).signal();
  }

  /** Lets a timer pass. */
  pass(ids: readonly string[], deadline: string, facts: Facts): void {
    this.facts = facts;
    this.event = '';
    this.elapsed.add(deadline);
    const api = this.find(ids);
    this.assign(api.id);
    inner(api).cancel();
  }

  private find(ids: readonly string[]): EngineApi {
    const all = this.postponed();
    const found = ids.map((id) => all.find((api) => api.id === id)).find((api) => api !== undefined);
    if (found === undefined)
      throw new TypeError(`none of ${ids.join(', ')} waits, but ${all.map(({ id }) => id).join(', ')}`);
    return found;
  }

  private postponed(): readonly EngineApi[] {
    return this.execution?.getPostponed().flatMap(below) ?? [];
  }

  private script(
    element: ScriptOwner,
  ): { execute(scope: unknown, next: (error: unknown, value?: Json) => void): void } | undefined {
    const text: string | undefined = element.behaviour?.conditionExpression?.body;
    if (text === undefined) return undefined;
    return { execute: (_, next) => next(null, this.evaluate(text)) };
  }

  private expressions(): {
    resolveExpression(text: string): string;
    isExpression(): boolean;
    hasExpression(): boolean;
  } {
    const { parameters, variables } = this.definition;
    return {
      resolveExpression: (text) => {
        if (parameters[text]?.type === 'duration') return 'P1D';
        return variables[text]?.type === 'date' ? FAR_OFF : text;
      },
      isExpression: () => false,
      hasExpression: () => false,
    };
  }

  private assign(id: string): void {
    const changes = (this.assigns.get(id) ?? []).map(([name, text]) => [name, this.evaluate(text)] as const);
    Object.assign(this.variables, Object.fromEntries(changes));
  }

  private evaluate(text: string): Json {
    const plain = text
      .replaceAll('command.payload', 'payload')
      .replaceAll('today()', JSON.stringify(this.facts.today))
      .replace(/elapsed\("(\w+)"\)/g, (_, name: string) => String(this.elapsed.has(name)));
    const { parameters, views, payload } = this.facts;
    const answers = this.answersFor(text);
    const scope = {
      ...answers,
      ...parameters,
      ...views,
      ...this.variables,
      payload,
      event: this.event,
      output: this.output,
    };
    const result = evaluateExpression(plain, scope);
    if (!result.ok) throw new TypeError(`${text}: ${result.problems.map(({ message }) => message).join('; ')}`);
    return result.value;
  }

  /** What the decision tables say that the expression reads; null while an input is not set. */
  private answersFor(text: string): JsonObject {
    const read = Object.entries(this.definition.decisions ?? {}).filter(([name]) => text.includes(`${name}.`));
    const answers = read.map(([name, use]): [string, Json] => {
      const inputs = Object.fromEntries(
        Object.entries(use.with).map(([input, value]) => [input, this.evaluate(value)]),
      );
      const table = TABLES.get(use.table);
      if (table === undefined || Object.values(inputs).includes(null)) return [name, null];
      const answer = evaluateDecision(table, inputs);
      return [name, answer.ok ? answer.value.output : null];
    });
    return Object.fromEntries(answers);
  }

  private read(element: ModdleElement): void {
    if (WAITING.includes(element.$type)) this.places.add(element.id);
    if (element.cancelActivity === false) this.beside.add(element.id);
    const assigns = element.extensionElements?.values.filter(({ $type }) => $type === 'sanshe:assign') ?? [];
    if (assigns.length > 0)
      this.assigns.set(
        element.id,
        assigns.map(({ variable, expression }) => [variable, expression] as const),
      );
    for (const child of [...(element.rootElements ?? []), ...(element.flowElements ?? [])]) this.read(child);
  }
}

/** A waiting element and what waits inside of it. */
function below(api: EngineApi): readonly EngineApi[] {
  if (api.type !== 'bpmn:SubProcess') return [api];
  return [
    api,
    ...api
      .getPostponed()
      .filter(({ id }) => id !== api.id)
      .flatMap(below),
  ];
}

/** The event definition inside of a waiting event, which is what hears. */
function inner(api: EngineApi): EngineApi {
  const [executing] = api.getExecuting?.() ?? [];
  return executing ?? api;
}

/** Time stands still: a deadline passes only when the test says so. */
class StoppedTimers {
  readonly executing = [];
  register(): this {
    return this;
  }
  setTimeout(): object {
    return {};
  }
  clearTimeout(): void {}
}
