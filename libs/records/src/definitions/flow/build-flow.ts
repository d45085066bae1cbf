import type { ProcessDefinition, StateSpec } from '#libs/kernel';
import { placeEventGroup } from './event-group.js';
import { FlowLinks } from './flow-links.js';
import { flowId, titleOf } from './flow-names.js';
import { type PlainRegion, plainRegion } from './plain-region.js';
import type { FlowNode, OutsideItem, ProcessFlow } from './process-flow.js';
import { ScopeBuilder } from './scope-builder.js';
import { stateNotes } from './state-notes.js';
import { isOwn, type Wait, waitsOf } from './state-waits.js';

/** Draws a definition as a flow of tokens. */
export function buildFlow(definition: ProcessDefinition): ProcessFlow {
  return new FlowBuilder(definition).build();
}

/** Places a node or more for each state; the links between them are drawn when all stand. */
class FlowBuilder {
  private readonly outside: OutsideItem[] = [];
  private readonly links = new FlowLinks(this.outside);

  constructor(private readonly definition: ProcessDefinition) {}

  build(): ProcessFlow {
    const { root } = this.definition;
    const scope = new ScopeBuilder(null, '');
    this.fill(root, scope);
    for (const wait of waitsOf(this.definition, root)) this.outside.push(...placeEventGroup(wait, root, scope));
    this.links.draw();
    scope.prune();
    return { definition: this.definition, root: scope, outside: this.outside };
  }

  private fill(group: StateSpec, scope: ScopeBuilder): void {
    const start = scope.add({
      id: `${flowId(group.path) || 'process'}-start`,
      kind: 'start',
      name: '',
      state: group.path,
    });
    if (group.kind === 'parallel') this.fillRegions(group, scope, start.id);
    else {
      const first = group.initial === undefined ? undefined : group.states[group.initial];
      if (first !== undefined) this.links.plain(scope, start.id, first.path);
      for (const state of Object.values(group.states)) this.place(state, scope);
    }
  }

  private fillRegions(group: StateSpec, scope: ScopeBuilder, startId: string): void {
    const id = flowId(group.path);
    const fork = scope.add({ id: `${id}-fork`, kind: 'parallelGateway', name: '', state: group.path });
    scope.connect({ from: startId, to: fork.id });
    const regions = Object.values(group.states).filter(({ kind }) => kind !== 'history');
    for (const state of Object.values(group.states)) {
      const line = plainRegion(state);
      if (line === null) this.place(state, scope);
      else this.placeLine(line, scope, `${id}-join`);
    }
    const join = scope.add({ id: `${id}-join`, kind: 'parallelGateway', name: '', state: group.path });
    const end = scope.add({ id: `${id}-end`, kind: 'end', name: '', state: group.path });
    for (const region of regions) {
      const line = plainRegion(region);
      this.links.plain(scope, fork.id, line?.waiting.path ?? region.path);
      if (line === null && region.kind !== 'atomic') scope.connect({ from: flowId(region.path), to: join.id });
    }
    scope.connect({ from: join.id, to: end.id });
  }

  private placeLine({ waiting, over }: PlainRegion, scope: ScopeBuilder, joinId: string): void {
    this.place(waiting, scope);
    this.links.enter(over, scope, joinId);
  }

  private place(state: StateSpec, scope: ScopeBuilder): void {
    switch (state.kind) {
      case 'final':
        return this.placeEnd(state, scope);
      case 'history':
        this.note('history', state, '进入时恢复上次所处的环节');
        return this.links.enter(state, scope.parent ?? scope, scope.hostId);
      case 'compound':
      case 'parallel':
        return this.placeGroup(state, scope);
      case 'atomic':
        return this.placeAtomic(state, scope);
    }
  }

  private placeEnd(state: StateSpec, scope: ScopeBuilder): void {
    const name = state.title?.zh ?? (state.path.includes('.') ? '' : titleOf(state));
    const { id } = scope.add({ ...common(state), kind: 'end', name });
    this.links.enter(state, scope, id);
  }

  private placeGroup(state: StateSpec, scope: ScopeBuilder): void {
    const inner = new ScopeBuilder(scope, flowId(state.path));
    const { id } = scope.add({ ...common(state), kind: 'subProcess', inner });
    this.links.enter(state, scope, id);
    this.fill(state, inner);
    for (const waits of waitsOf(this.definition, state)) this.attach(state, scope, waits);
    this.links.branch({ scope, state, from: id }, [['', state.onDone]]);
    if (state.always.length > 0) this.note('group-always', state, '分组上的自动转移');
    if (state.task !== undefined) this.note('group-task', state, '分组上的任务');
  }

  /** In the order in which a token meets them: effects of a state that nobody waits in, its conditions, its wait. */
  private placeAtomic(state: StateSpec, scope: ScopeBuilder): void {
    const waits = waitsOf(this.definition, state);
    const isWaiting = state.task !== undefined || state.subprocess !== undefined || waits.length > 0;
    const ids: string[] = [];
    if (!isWaiting && state.entry.length > 0) ids.push(scope.add({ ...common(state), kind: 'serviceTask' }).id);
    if (state.always.length > 0) ids.push(this.placeAlways(state, scope, ids.length === 0 && !isWaiting));
    if (isWaiting) ids.push(this.placeWaiting(state, scope, waits));
    if (ids.length === 0) ids.push(scope.add({ ...common(state), kind: 'end' }).id);
    this.links.chain(state, scope, ids);
  }

  /** Where nothing but a condition is waited for, the token waits in a catch and asks again. */
  private placeAlways(state: StateSpec, scope: ScopeBuilder, isNamed: boolean): string {
    const { id } = scope.add({
      ...common(state),
      id: `${flowId(state.path)}-always`,
      kind: 'exclusiveGateway',
      name: isNamed ? (state.title?.zh ?? '') : '',
    });
    this.links.branch({ scope, state, from: id, isGateway: true }, [['', state.always]]);
    return id;
  }

  private placeWaiting(state: StateSpec, scope: ScopeBuilder, waits: readonly Wait[]): string {
    if (state.task !== undefined) return this.placeTask(state, scope, waits);
    if (state.subprocess !== undefined) return this.placeCall(state, scope, waits);
    const [only, ...others] = waits;
    const isOne = only !== undefined && others.length === 0;
    if (!isOne) scope.add({ ...common(state), kind: 'eventGateway' });
    for (const { key, list, trigger, name: title } of waits) {
      const id = isOne ? flowId(state.path) : `${flowId(state.path)}-${key}`;
      const name = isOne ? titleOf(state) : title;
      scope.add({ ...common(state), id, kind: 'catch', name, trigger });
      if (!isOne) scope.connect({ from: flowId(state.path), to: id });
      this.links.branch({ scope, state, from: id }, [[key, list]]);
    }
    return flowId(state.path);
  }

  /** The assignee completes the task by one of its events; whoever else may do something does it from its edge. */
  private placeTask(state: StateSpec, scope: ScopeBuilder, waits: readonly Wait[]): string {
    const { id } = scope.add({ ...common(state), kind: 'userTask', name: state.task?.title?.zh ?? titleOf(state) });
    for (const other of waits.filter((each) => !isOwn(each, state))) this.attach(state, scope, other);
    const own = waits.filter((each) => isOwn(each, state)).map(({ key, list }) => [key, list] as const);
    this.links.branch({ scope, state, from: id }, own);
    return id;
  }

  private placeCall(state: StateSpec, scope: ScopeBuilder, waits: readonly Wait[]): string {
    const { id } = scope.add({ ...common(state), kind: 'callActivity', ...calledBy(state) });
    for (const each of waits) this.attach(state, scope, each);
    this.links.branch({ scope, state, from: id }, [['', state.onDone]]);
    return id;
  }

  private attach(state: StateSpec, scope: ScopeBuilder, wait: Wait): void {
    this.links.boundary({ scope, state, from: `${flowId(state.path)}-${wait.key}` }, wait);
  }

  private note(construct: OutsideItem['construct'], { path }: StateSpec, detail: string): void {
    this.outside.push({ construct, state: path, detail });
  }
}

function common(state: StateSpec): {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly documentation: readonly string[];
} {
  return { id: flowId(state.path), name: titleOf(state), state: state.path, documentation: stateNotes(state) };
}

function calledBy({ subprocess }: StateSpec): Pick<FlowNode, 'calls' | 'each'> {
  if (subprocess === undefined) return {};
  const { process, each } = subprocess;
  return { calls: process, ...(each && { each }) };
}
