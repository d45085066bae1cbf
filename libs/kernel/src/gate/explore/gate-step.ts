import { assignFault } from '../../compile/step-run.js';
import type { Json, JsonObject, TransitionSpec } from '../../definition/language.js';
import {
  beginning,
  entering,
  leaving,
  type Memory,
  type Move,
  withoutConflicts,
} from '../../reference/reference-moves.js';
import { inFileOrder, isBelow, isFinished, isLeaf, type TreeNode } from '../../reference/reference-tree.js';
import { Branches } from './branches.js';
import type { ChoiceTree } from './choice-tree.js';
import { GateChildren } from './gate-children.js';
import type { GateLanguage } from './gate-language.js';
import { Overlaps } from './overlaps.js';
import { isSameSet, type Situation } from './situation.js';
import { type Given, StepValues } from './step-values.js';
import { GateRefusal, type Heard, outputOf, type Stimulus } from './stimulus.js';
import type { WorkMeter } from './work-meter.js';

const MAX_ROUNDS = 1_000;

/**
 * One step of the process language over values that are only partly known: the same rounds as the reference
 * interpreter, without effects, and with a choice wherever more than one value is possible.
 */
export class GateStep {
  /** Transitions that were taken. */
  readonly taken = new Set<TransitionSpec>();
  /** Paths of states that were entered, even if they were left at once. */
  readonly entered = new Set<string>();
  readonly overlaps: Overlaps;
  readonly values: StepValues;
  private readonly branches: Branches;
  private readonly children: GateChildren;
  private active: Set<TreeNode>;
  private memory: Memory;
  private spent: Set<string>;
  private readonly left = new Set<TreeNode>();
  private isDone: boolean;
  private isWritten = false;
  private isHeard = false;
  private readonly queue: Heard[] = [];

  constructor(
    private readonly language: GateLanguage,
    private readonly before: Situation,
    choices: ChoiceTree,
    private readonly meter: WorkMeter,
  ) {
    this.values = new StepValues(language, choices, before, meter);
    this.overlaps = new Overlaps(this.values);
    this.children = new GateChildren(language, this.values, choices, before);
    this.branches = new Branches(language, this.values, this.overlaps, this.children, meter);
    this.active = new Set(before.active);
    this.memory = before.memory;
    this.spent = new Set(before.spent);
    this.isDone = before.isDone;
  }

  /** Takes the step; null when nothing hears it. Throws `GateRefusal` where the definition is to blame. */
  run(stimulus: Stimulus): Situation | null {
    if (stimulus.kind === 'start') {
      this.enter(beginning(this.language.tree.root));
    } else {
      if (stimulus.kind === 'deadline') this.pass(stimulus.state, stimulus.deadline);
      if (stimulus.kind === 'completed') this.children.complete(stimulus.state);
      this.take(this.branches.heard(stimulus, this.active), stimulus);
    }
    this.settle();
    if (stimulus.kind !== 'event' || stimulus.isViewEvent) return this.after;
    return this.isHeard ? { ...this.after, acted: this.actedBy(stimulus.to) } : null;
  }

  private get after(): Situation {
    const { memory, spent, isDone } = this;
    const { values, elapsed } = this.values;
    const active = inFileOrder(this.language.tree.root, this.active);
    const children = this.children.of(active);
    const { acted, parameters } = this.before;
    return { active, memory, values, elapsed, spent, children, acted, isDone, parameters };
  }

  /** Whose event made the process leave a state may get the work back there. */
  private actedBy(to: string | undefined): ReadonlySet<string> {
    const { active, acted } = this.before;
    const left = [...active].filter((state) => this.left.has(state)).map(({ spec }) => spec.path);
    const more = left.filter((path) => this.language.returnable.has(path) && (to === undefined || to === path));
    return more.every((path) => acted.has(path)) ? acted : new Set([...acted, ...more]);
  }

  private pass(state: string, deadline: string): void {
    this.spent.add(`${state} ${deadline}`);
    if (this.language.askedDeadlines.has(deadline)) this.values.elapsed = new Set([...this.values.elapsed, deadline]);
  }

  private settle(): void {
    const seen = new Set<string>();
    let looksAtAlways = true;
    while (!this.isDone) {
      const silent: readonly Move[] = looksAtAlways ? this.branches.silent(this.active) : [];
      const done: Heard | null | undefined = silent.length > 0 ? null : this.queue.shift();
      if (done === undefined) return;
      const moves: readonly Move[] = done === null ? silent : this.branches.heard(done, this.active);
      this.expectNew(seen, moves);
      looksAtAlways = this.take(moves, done) || done !== null;
    }
  }

  /** The same move from the same place with the same values would go on for ever. */
  private expectNew(seen: Set<string>, [move]: readonly Move[]): void {
    if (move === undefined) return;
    const { values, elapsed } = this.values;
    const active = [...this.active].filter(isLeaf).map(({ spec }) => spec.path);
    const memory = [...this.memory].map(([path, states]) => [path, states.map(({ spec }) => spec.path)]);
    const key = JSON.stringify([
      active,
      memory,
      [...values],
      [...elapsed],
      ...this.children.of(this.active),
      this.queue,
      move.spec.line,
    ]);
    if (seen.has(key) || seen.size >= MAX_ROUNDS) throw new GateRefusal('cycle', move);
    seen.add(key);
    this.meter.spend(2 * this.active.size);
  }

  /** One microstep; true when anything changed by it. */
  private take(moves: readonly Move[], stimulus: Heard | null): boolean {
    if (moves.length === 0) return false;
    const before = new Set(this.active);
    const memory = this.memory;
    const chosen = withoutConflicts(moves, this.active, this.memory);
    if (stimulus?.kind === 'event') this.isHeard = true;
    this.isWritten = false;
    this.leave([...new Set(chosen.flatMap((move) => leaving(move, this.active, this.memory)))]);
    const output = stimulus === null ? {} : outputOf(stimulus);
    for (const move of chosen) this.act(move, this.children.givenIn(move.source.spec, output));
    this.enter(entering(chosen, this.memory));
    if (memory !== this.memory || !isSameSet(before, this.active)) return true;
    this.active = before;
    return this.isWritten;
  }

  private act(move: Move, given: Given): void {
    this.taken.add(move.spec);
    const names = Object.keys(move.spec.assign);
    if (names.length > 0) this.isWritten = true;
    const { flow } = this.language;
    const followed = names.filter((name) => flow.variables.has(name));
    const values = followed.map((name) => [name, this.assigned(move, name, given)] as const);
    for (const [name, value] of values) this.values.set(name, value);
  }

  private assigned(move: Move, name: string, given: Given): Json | undefined {
    const { flow, index } = this.language;
    const text = move.spec.assign[name] ?? 'null';
    const value = flow.isFollowed(name) ? this.values.valueOf(text, given) : this.values.knownValueOf(text, given);
    const spec = index.definition.variables[name];
    if (value === undefined || spec === undefined) return undefined;
    if (assignFault(name, value, spec) !== null) throw new GateRefusal('bad-assign', move, name);
    return value === null || flow.isFollowed(name) ? value : undefined;
  }

  private leave(states: readonly TreeNode[]): void {
    const innerFirst = [...states].sort((a, b) => b.order - a.order);
    const histories = innerFirst.flatMap((state) => state.children.filter((child) => child.spec.kind === 'history'));
    if (histories.length > 0) {
      const remembered = histories.map((history) => [history.spec.path, this.worthRemembering(history)] as const);
      this.memory = new Map([...this.memory, ...remembered]);
    }
    for (const state of innerFirst) {
      this.active.delete(state);
      this.left.add(state);
      for (const deadline of Object.keys(state.spec.after)) this.spent.delete(`${state.spec.path} ${deadline}`);
    }
  }

  private worthRemembering({ spec, parent }: TreeNode): readonly TreeNode[] {
    const isDeep = spec.history?.deep === true;
    return [...this.active].filter((inner) =>
      isDeep ? isLeaf(inner) && parent !== null && isBelow(inner, parent) : inner.parent === parent,
    );
  }

  private enter(states: readonly TreeNode[]): void {
    const completed = new Set<TreeNode>();
    for (const state of states) {
      this.active.add(state);
      this.entered.add(state.spec.path);
      if (this.children.start(state.spec)) this.isWritten = true;
      this.arm(state);
      if (state.spec.kind === 'final') this.complete(state, completed);
    }
  }

  private arm({ spec }: TreeNode): void {
    const deadlines = Object.keys(spec.after);
    if (deadlines.length === 0) return;
    this.isWritten = true;
    this.values.elapsed = new Set([...this.values.elapsed].filter((name) => !deadlines.includes(name)));
    const unset = deadlines.find((name) => this.values.values.get(this.language.dateOf(name)) === null);
    if (unset === undefined) return;
    const place = { state: spec.path, pointer: `/after/${unset}` };
    throw new GateRefusal('unset-deadline', null, this.language.dateOf(unset), place);
  }

  private complete(final: TreeNode, completed: Set<TreeNode>): void {
    const { parent } = final;
    if (parent === null) return;
    const isAlone = parent.spec.kind === 'compound';
    if (isAlone) this.queue.push({ kind: 'done', state: parent.spec.path, output: this.outputAt(final) });
    this.isDone ||= this.finishParallel(isAlone ? parent.parent : parent, completed) === null;
  }

  /** What a final state gives, as far as it is known and asked for. */
  private outputAt({ spec }: TreeNode): JsonObject {
    const known: { [name: string]: Json } = {};
    for (const name of this.language.flow.outputs) {
      const value = this.values.valueOf(spec.output[name] ?? 'null', { output: null });
      if (value !== undefined) known[name] = value;
    }
    return known;
  }

  private finishParallel(state: TreeNode | null, completed: Set<TreeNode>): TreeNode | null {
    if (state?.spec.kind !== 'parallel' || completed.has(state) || !isFinished(state, this.active)) return state;
    completed.add(state);
    this.queue.push({ kind: 'done', state: state.spec.path, output: {} });
    return this.finishParallel(state.parent, completed);
  }
}
