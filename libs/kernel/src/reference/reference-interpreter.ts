import type { DecisionTable } from '../decisions/decision-table.js';
import type { Json, JsonObject, ProcessDefinition, TransitionSpec } from '../definition/language.js';
import type { KernelEvent, StepEffect, StepFacts, StepProblem } from '../step/step.types.js';
import {
  branchesOf,
  isBarred,
  outputOf,
  ReferenceAcceptance,
  type SentEvent,
  type Stimulus,
} from './reference-acceptance.js';
import { beginning, entering, leaving, type Move, withoutConflicts } from './reference-moves.js';
import { ReferenceRecord } from './reference-record.js';
import {
  inFileOrder,
  isFinished,
  isLeaf,
  realChildren,
  ReferenceTree,
  type TreeNode,
  worthRemembering,
} from './reference-tree.js';
import { ReferenceRefusal } from './reference-values.js';

/** What one step came to. */
export type ReferenceOutcome = { readonly ok: true } | { readonly ok: false; readonly code: StepProblem['code'] };

/**
 * The process language, read straight from the definition: no XState, no compiling, one plain loop.
 * It is slow and only there to be compared with the kernel.
 */
export class ReferenceInterpreter {
  status: 'active' | 'done' = 'active';
  output: JsonObject = {};
  private readonly tree: ReferenceTree;
  private readonly record: ReferenceRecord;
  private readonly acceptance: ReferenceAcceptance;
  private active = new Set<TreeNode>();
  private memory: ReadonlyMap<string, readonly TreeNode[]> = new Map();
  private queue: Stimulus[] = [];
  private isHeard = false;

  constructor(definition: ProcessDefinition, tables: ReadonlyMap<string, DecisionTable> = new Map()) {
    this.tree = new ReferenceTree(definition);
    this.record = new ReferenceRecord(definition, tables);
    this.acceptance = new ReferenceAcceptance(definition, this.tree);
  }

  get variables(): JsonObject {
    return this.record.variables;
  }

  get armed(): ReadonlySet<string> {
    return this.record.armed;
  }

  get children(): ReadonlyMap<string, readonly unknown[]> {
    return this.record.children;
  }

  get effects(): readonly StepEffect[] {
    return this.record.effects;
  }

  get activeLeaves(): string[] {
    return [...this.active]
      .filter(isLeaf)
      .map((state) => state.spec.path)
      .sort();
  }

  /** One step; a refused one leaves everything as it was. */
  step(event: KernelEvent, facts: StepFacts): ReferenceOutcome {
    const undo = this.remember();
    Object.assign(this.record, { facts, effects: [] });
    this.queue = [];
    this.isHeard = false;
    try {
      if (event.kind === 'start') this.begin(event.input);
      else this.hear(event);
      this.active = inFileOrder(this.tree.root, this.active);
      return { ok: true };
    } catch (error) {
      undo();
      if (error instanceof ReferenceRefusal) return { ok: false, code: error.code };
      throw error;
    }
  }

  private remember(): () => void {
    const { status, output, memory } = this;
    const active = new Set(this.active);
    const { variables, elapsed, armed, children } = this.record;
    return () => {
      Object.assign(this, { status, output, active, memory });
      Object.assign(this.record, { variables, elapsed, armed, children });
    };
  }

  private begin(input: JsonObject): void {
    this.record.begin(input);
    this.enter(beginning(this.tree.root));
    this.endIfDone();
    this.settle();
  }

  private hear(event: SentEvent): void {
    if (this.status === 'done') throw new ReferenceRefusal('not-accepted');
    this.acceptance.check(event, this.active);
    this.record.learn(event);
    this.take(this.select(event, this.tree.root), event);
    this.settle();
    if (this.acceptance.mustMove(event) && !this.isHeard) throw new ReferenceRefusal('guard-refused');
    if (event.kind === 'completed' && event.item === undefined) this.record.forgetStop(event.state);
  }

  /** Takes `always` and what is done until nothing moves any more. */
  private settle(): void {
    let looksAtAlways = true;
    for (let round = 1; this.status === 'active'; round += 1) {
      if (round > 1_000) throw new ReferenceRefusal('iterations');
      const silent: readonly Move[] = looksAtAlways ? this.selectAlways() : [];
      if (silent.length > 0) {
        looksAtAlways = this.take(silent, null);
        continue;
      }
      const done = this.queue.shift();
      if (done === undefined) return;
      this.take(this.select(done, this.tree.root), done);
      looksAtAlways = true;
    }
  }

  /** The innermost states that answer; a region that answers takes the event away from the states around it. */
  private select(stimulus: Stimulus, state: TreeNode): readonly Move[] {
    const inner = realChildren(state).filter((child) => this.active.has(child));
    const below = inner.flatMap((child) => this.select(stimulus, child));
    if (below.length > 0) return below;
    return this.firstOpen(state, this.candidates(stimulus, state), outputOf(stimulus));
  }

  private candidates(stimulus: Stimulus, { spec }: TreeNode): readonly TransitionSpec[] {
    switch (stimulus.kind) {
      case 'event':
        return branchesOf(stimulus, spec);
      case 'deadline':
        return spec.path === stimulus.state ? (spec.after[stimulus.deadline] ?? []) : [];
      case 'completed':
      case 'done':
        return spec.path === stimulus.state && spec.subprocess?.each === undefined ? spec.onDone : [];
      case 'goto':
        return this.acceptance.movesInto(stimulus.state, spec);
    }
  }

  private firstOpen(source: TreeNode, specs: readonly TransitionSpec[], output: Json): readonly Move[] {
    const scope = this.record.scopeFor(source.spec, output);
    const possible = specs.filter((candidate) => !isBarred(candidate, this.active));
    const spec = possible.find((candidate) => this.record.values.guard(candidate.guard, scope));
    if (spec === undefined) return [];
    return [{ source, spec, target: spec.target === undefined ? null : this.tree.target(source, spec.target) }];
  }

  private selectAlways(): readonly Move[] {
    const found = new Map<TransitionSpec, Move>();
    for (const leaf of [...this.active].filter(isLeaf)) {
      const move = this.alwaysFrom(leaf);
      if (move !== undefined && !found.has(move.spec)) found.set(move.spec, move);
    }
    return [...found.values()];
  }

  private alwaysFrom(state: TreeNode | null): Move | undefined {
    if (state === null) return undefined;
    const silent = this.record.isDoneByChildren(state.spec)
      ? [...state.spec.onDone, ...state.spec.always]
      : state.spec.always;
    return this.firstOpen(state, silent, {})[0] ?? this.alwaysFrom(state.parent);
  }

  /** One microstep: leave, act, enter. True when anything changed by it. */
  private take(moves: readonly Move[], stimulus: Stimulus | null): boolean {
    if (moves.length === 0) return false;
    const before = new Set(this.active);
    const memory = this.memory;
    const chosen = withoutConflicts(moves, this.active, this.memory);
    if (stimulus?.kind === 'event') this.isHeard = true;
    this.record.isWritten = false;
    this.leave([...new Set(chosen.flatMap((move) => leaving(move, this.active, this.memory)))]);
    for (const move of chosen) this.record.act(move, outputOf(stimulus));
    this.enter(entering(chosen, this.memory));
    this.endIfDone();
    const isSame = before.size === this.active.size && [...before].every((state) => this.active.has(state));
    // The region entered last comes last, unless all is as it was.
    if (isSame && memory === this.memory) this.active = before;
    return !isSame || this.record.isWritten || memory !== this.memory;
  }

  private leave(states: readonly TreeNode[]): void {
    const innerFirst = [...states].sort((a, b) => b.order - a.order);
    const histories = innerFirst.flatMap((state) => state.children.filter((child) => child.spec.kind === 'history'));
    if (histories.length > 0) {
      this.memory = new Map([
        ...this.memory,
        ...histories.map((history) => [history.spec.path, worthRemembering(history, this.active)] as const),
      ]);
    }
    for (const state of innerFirst) {
      this.record.exit(state);
      this.active.delete(state);
    }
  }

  private enter(states: readonly TreeNode[]): void {
    const completed = new Set<TreeNode>();
    for (const state of states) {
      this.active.add(state);
      this.record.enter(state);
      if (state.spec.kind === 'final') this.complete(state, completed);
    }
  }

  /** A final state finishes the state around it, and with it every parallel state whose regions are all finished. */
  private complete(final: TreeNode, completed: Set<TreeNode>): void {
    const { parent } = final;
    if (parent === null) return;
    const output = this.record.values.all(final.spec.output, this.record.scope());
    const isAlone = parent.spec.kind === 'compound';
    if (isAlone) this.queue.push({ kind: 'done', state: parent.spec.path, output });
    const unfinished = this.finishParallel(isAlone ? parent.parent : parent, completed);
    if (unfinished !== null) return;
    this.status = 'done';
    this.output = isAlone && parent.parent === null ? output : {};
  }

  /** The first state outwards that is not finished; null when the whole process is. */
  private finishParallel(state: TreeNode | null, completed: Set<TreeNode>): TreeNode | null {
    if (state?.spec.kind !== 'parallel' || completed.has(state) || !isFinished(state, this.active)) return state;
    completed.add(state);
    this.queue.push({ kind: 'done', state: state.spec.path, output: {} });
    return this.finishParallel(state.parent, completed);
  }

  /** The end of a process leaves every state. */
  private endIfDone(): void {
    if (this.status !== 'done') return;
    for (const state of [...this.active].sort((a, b) => b.order - a.order)) this.record.exit(state);
  }
}
