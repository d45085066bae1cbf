import type { StateSpec, TransitionSpec } from '#libs/kernel';
import { flowId, titleOf, transitionTitle } from './flow-names.js';
import { changeOf, type OutsideItem, type SequenceFlow } from './process-flow.js';
import type { ScopeBuilder } from './scope-builder.js';
import type { Wait } from './state-waits.js';

/** Where a link begins. */
interface Origin {
  readonly scope: ScopeBuilder;
  readonly state: StateSpec;
  /** Node or boundary event. */
  readonly from: string;
  /** The node itself decides: no gateway is put behind it. */
  readonly isGateway?: boolean;
}

type Branches = readonly (readonly [event: string, list: readonly TransitionSpec[]])[];
type Choice = { readonly event: string; readonly transition: TransitionSpec };
type Looks = Partial<Pick<SequenceFlow, 'name' | 'condition' | 'isDefault' | 'change'>>;

/** The links of a flow: noted while states are placed, drawn when all of them stand. */
export class FlowLinks {
  private readonly entries = new Map<
    string,
    { readonly scope: ScopeBuilder; readonly id: string; readonly state: StateSpec }
  >();
  private readonly pending: (() => void)[] = [];

  constructor(private readonly outside: OutsideItem[]) {}

  /** Where the token goes that enters the state. */
  enter(state: StateSpec, scope: ScopeBuilder, id: string): void {
    this.entries.set(state.path, { scope, id, state });
  }

  /** Nodes of one state, one behind the other. */
  chain(state: StateSpec, scope: ScopeBuilder, ids: readonly string[]): void {
    let before: string | null = null;
    for (const id of ids) {
      if (before === null) this.enter(state, scope, id);
      else scope.connect({ from: before, to: id, isDefault: before.endsWith('-always') });
      before = id;
    }
  }

  plain(scope: ScopeBuilder, from: string, target: string): void {
    this.pending.push(() => this.link(scope, from, target, {}));
  }

  branch(origin: Origin, branches: Branches): void {
    this.pending.push(() => this.drawBranches(origin, branches));
  }

  boundary(origin: Origin, event: Wait): void {
    const { scope, state, from } = origin;
    const { name, trigger, list, key } = event;
    const [only] = list;
    const interrupting = list.some(({ target }) => target !== undefined);
    const change = !interrupting && only !== undefined ? changeOf(only) : undefined;
    scope.attach(flowId(state.path), { id: from, name, trigger, interrupting, ...(change && { change }) });
    if (list.some(({ guard }) => guard !== undefined)) this.note('guarded-boundary', state, key);
    if (interrupting) this.branch(origin, [[key, list]]);
  }

  draw(): void {
    for (const link of this.pending) link();
  }

  private drawBranches(origin: Origin, branches: Branches): void {
    const { scope, state, from } = origin;
    const choices = branches.flatMap(([event, list]) => list.map((transition) => ({ event, transition })));
    const [only] = choices;
    if (only === undefined) return;
    if (choices.length === 1 && only.transition.guard === undefined)
      return this.follow(origin, only, { name: this.plainName(origin, only) });
    const gateway = origin.isGateway === true ? from : `${from}-branch`;
    if (gateway !== from) {
      scope.addBehind(from, { id: gateway, kind: 'exclusiveGateway', name: '', state: state.path });
      scope.connect({ from, to: gateway });
    }
    const at = { ...origin, from: gateway };
    for (const choice of choices)
      this.follow(at, choice, looksOf(choice, branches.length > 1, isFallback(choice, choices)));
    this.close(at, branches);
  }

  /** Without a branch that always holds the token stays where it is. */
  private close(origin: Origin, branches: Branches): void {
    const { scope, state, from, isGateway } = origin;
    if (branches.every(([, list]) => list.some(({ guard }) => guard === undefined))) return;
    if (isGateway !== true) return this.link(scope, from, state.path, { name: '条件不成立', isDefault: true });
    if (scope.has(flowId(state.path)) || scope.flows.some((flow) => flow.from === from && flow.isDefault)) return;
    const expression = state.always.map(({ guard }) => guard ?? 'true').join(' or ');
    const wait = scope.addBehind(from, {
      id: flowId(state.path),
      kind: 'catch',
      name: titleOf(state),
      state: state.path,
      trigger: { kind: 'condition', expression },
    });
    scope.connect({ from, to: wait.id, isDefault: true });
    scope.connect({ from: wait.id, to: from });
  }

  private follow({ scope, state, from }: Origin, { transition, event }: Choice, looks: Looks): void {
    if (transition.target === undefined) this.note('stay', state, event || '自动转移');
    const change = changeOf(transition);
    this.link(scope, from, transition.target ?? state.path, { ...looks, ...(change && { change }) });
  }

  private plainName({ from }: Origin, { event, transition }: Choice): string {
    // A boundary event or catch of its own already carries the name of its event.
    return from.endsWith(`-${event}`) || /^[a-z]/.test(event)
      ? (transition.title?.zh ?? '')
      : transitionTitle(transition, event);
  }

  /** Inside a scope a flow; out of it an error end and its boundary event; into another one only to its door. */
  private link(scope: ScopeBuilder, from: string, target: string, looks: Looks): void {
    const entry = this.entries.get(target);
    if (entry === undefined) return;
    if (entry.scope === scope) return scope.connect({ from, to: entry.id, ...looks });
    if (entry.scope.hostOf(scope) !== null) return this.leave(scope, from, target, looks);
    const door = scope.hostOf(entry.scope);
    if (door !== null) {
      this.note('enter-inside', entry.state, `直接进入分组内的 ${target}`);
      return scope.connect({ from, to: door, ...looks });
    }
    this.leave(scope, from, target, looks);
  }

  private leave(scope: ScopeBuilder, from: string, target: string, looks: Looks): void {
    const entry = this.entries.get(target);
    const outer = entry === undefined ? null : nearestAround(scope, entry.scope);
    const host = outer?.hostOf(scope) ?? null;
    if (entry === undefined || outer === null || host === null) return;
    const code = flowId(target);
    const endId = `${scope.hostId}-leave-${code}`;
    const name = titleOf(entry.state);
    if (!scope.has(endId))
      scope.addBehind(from, { id: endId, kind: 'leave', name, state: target, trigger: { kind: 'error', code } });
    scope.connect({ from, to: endId, ...looks });
    const boundaryId = `${host}-to-${code}`;
    if (outer.flows.some((flow) => flow.from === boundaryId)) return;
    outer.attach(host, { id: boundaryId, name, trigger: { kind: 'error', code }, interrupting: true });
    this.link(outer, boundaryId, target, {});
  }

  private note(construct: OutsideItem['construct'], { path }: StateSpec, detail: string): void {
    this.outside.push({ construct, state: path, detail });
  }
}

function nearestAround(scope: ScopeBuilder, target: ScopeBuilder): ScopeBuilder | null {
  for (let at = scope.parent; at !== null; at = at.parent) if (at === target || at.hostOf(target) !== null) return at;
  return null;
}

/** The last branch, if it holds whenever the others do not. */
function isFallback(choice: Choice, choices: readonly Choice[]): boolean {
  const isOneEvent = choices.every(({ event }) => event === choice.event);
  return isOneEvent && choice.transition.guard === undefined && choices.at(-1) === choice;
}

function looksOf({ event, transition }: Choice, hasEvents: boolean, isDefault: boolean): Looks {
  const { guard, title } = transition;
  const name = title?.zh ?? (hasEvents ? event : (guard ?? '否则'));
  if (isDefault) return { name, isDefault };
  const condition = conditionOf(hasEvents ? `event = "${event}"` : null, guard);
  return condition === undefined ? { name } : { name, condition };
}

function conditionOf(event: string | null, guard: string | undefined): string | undefined {
  if (event === null) return guard;
  return guard === undefined ? event : `${event} and (${guard})`;
}
