import type { Json, JsonObject } from '../../definition/language.js';
import type { Scope } from '../../expressions/scope.js';
import type { ChoiceTree } from './choice-tree.js';
import type { GateLanguage, ReadExpression, Verdicts } from './gate-language.js';
import type { ChildCount, Situation } from './situation.js';
import { GateRefusal } from './stimulus.js';
import { combinations, isFollowable, member, put, rootOf, type Tree, zip } from './term-values.js';
import { TODAY } from './terms.js';
import type { WorkMeter } from './work-meter.js';

const EITHER = [true, false] as const;

const NOTHING_GIVEN: Given = { output: {} };
const CHILD_COUNTS: readonly string[] = ['children.count', 'children.done'];

/** What an expression gives; undefined where nothing is known of it. */
export type Guessed = Json | undefined;

/** What only the transitions of some states read. */
export interface Given {
  /** Null for that of a child process, of which nothing is known. */
  readonly output: JsonObject | null;
  /** Of a state with `each`. */
  readonly children?: ChildCount;
}

/** Noon in Beijing, so that the day is the same in both calendars. */
const NOON = 'T04:00:00.000Z';

/** What the expressions of one step give, when everything from outside is chosen so that every case comes up. */
export class StepValues {
  readonly values: Map<string, Json>;
  elapsed: ReadonlySet<string>;
  /** Why what was found is not certain; null while it is. */
  guess: string | null = null;
  private readonly parameters: JsonObject;
  /** What was chosen for the terms that are open in this step. */
  private readonly chosen = new Map<string, Json>();

  constructor(
    private readonly language: GateLanguage,
    private readonly choices: ChoiceTree,
    situation: Pick<Situation, 'values' | 'elapsed' | 'parameters'>,
    private readonly meter: WorkMeter,
  ) {
    this.values = new Map(situation.values);
    this.elapsed = situation.elapsed;
    this.parameters = situation.parameters;
  }

  /** The value of an expression; of one that cannot be followed, undefined. */
  valueOf(text: string, given: Given): Guessed {
    const read = this.language.expression(text);
    if (read === null) return undefined;
    this.decideFor(read.terms);
    const open = read.terms.filter((term) => !this.isKnown(term, given));
    const blurred = given.children?.isSampled === true ? [...open, ...CHILD_COUNTS] : open;
    if (!isFollowable(read, blurred)) return undefined;
    for (const term of open) this.choose(term);
    this.spend();
    return read.expression.evaluate(this.scope(given)) ?? null;
  }

  /** The value of an expression that reads nothing open; undefined otherwise. */
  knownValueOf(text: string, given: Given): Guessed {
    const read = this.language.expression(text);
    if (read === null || !read.terms.every((term) => this.isSettled(term, given))) return undefined;
    return this.valueOf(text, given);
  }

  /** Whether a guard holds; null when it is neither true nor false. */
  holds(text: string, given: Given): boolean | null {
    const lost = this.lostIn(text, given);
    const value = lost.length > 0 ? undefined : this.valueOf(text, given);
    if (value !== undefined) return typeof value === 'boolean' ? value : null;
    const [first] = lost;
    this.guess ??=
      (first === undefined ? null : this.whyOpen(first)) ??
      `the guard ${JSON.stringify(text)} computes with values from outside`;
    return this.choices.oneOf(lost.length > 0 ? this.verdicts(text, lost, given) : EITHER);
  }

  /** Terms that the process remembers but the gate has lost sight of. */
  private lostIn(text: string, given: Given): readonly string[] {
    const { variables } = this.language.index.definition;
    const terms = this.language.expression(text)?.terms ?? [];
    return terms.filter((term) => variables[rootOf(term)] !== undefined && !this.isKnown(term, given));
  }

  /** What a guard can come to over all samples of what is lost, the rest being as it is. */
  private verdicts(text: string, lost: readonly string[], given: Given): Verdicts {
    const read = this.language.expression(text);
    this.decideFor(read?.terms ?? []);
    const open = (read?.terms ?? []).filter((term) => !this.isKnown(term, given));
    const cases = combinations(lost.map((term) => this.language.flow.samplesOf(term)));
    if (read === null || cases === null || !isFollowable(read, open)) return EITHER;
    for (const term of open) if (!lost.includes(term)) this.choose(term);
    return this.language.verdicts(this.keyOf(read, lost, given), () => {
      const found = new Set(cases.map((values) => this.isTrueWith(read, zip(lost, values), given)));
      for (const term of lost) this.chosen.delete(term);
      const [first, ...rest] = found;
      return first === undefined ? EITHER : [first, ...rest];
    });
  }

  /** Equal where a guard comes to the same, whatever is lost. */
  private keyOf({ text, terms, elapsed }: ReadExpression, lost: readonly string[], given: Given): string {
    const known = terms.map((term) =>
      lost.includes(term) ? [] : [this.values.get(term), this.chosen.get(term), this.chosen.get(rootOf(term))],
    );
    const passed = elapsed.map((name) => this.elapsed.has(name));
    return JSON.stringify([text, known, passed, given, this.parameters]);
  }

  private isTrueWith(read: ReadExpression, values: readonly (readonly [string, Json])[], given: Given): boolean {
    this.spend();
    for (const [term, value] of values) this.chosen.set(term, value);
    return read.expression.evaluate(this.scope(given)) === true;
  }

  /** Sets a variable that the gate follows; undefined loses sight of it. */
  set(name: string, value: Guessed): void {
    const { decisions } = this.language;
    for (const term of [...this.chosen.keys()])
      if (rootOf(term) === name || decisions.has(term)) this.chosen.delete(term);
    const kept = value === undefined ? undefined : this.language.flow.keep(name, value);
    if (kept === undefined) this.values.delete(name);
    else this.values.set(name, kept);
  }

  private isKnown(term: string, { output, children }: Given): boolean {
    const root = rootOf(term);
    if (children !== undefined && (root === 'children' || root === 'output'))
      return children.done === 0 || CHILD_COUNTS.includes(term);
    if (root === 'output') return output !== null && (term.split('.')[1] ?? '') in output;
    return this.values.has(term) || this.isDeclared(root);
  }

  /** A parameter, or a decision whose table is at hand. */
  private isDeclared(root: string): boolean {
    return this.language.index.definition.parameters[root] !== undefined || this.language.decisions.has(root);
  }

  /** Whether nothing open is read, by the questions to decision tables neither. */
  private isSettled(term: string, given: Given): boolean {
    const asked = Object.values(this.language.decisions.inputsOf(rootOf(term)));
    const terms = asked.flatMap((text) => this.language.expression(text)?.terms ?? []);
    return this.isKnown(term, given) && terms.every((other) => this.isKnown(other, given));
  }

  /** The decisions that these terms read, for the values as they are now. */
  private decideFor(terms: readonly string[]): void {
    for (const name of terms.map(rootOf))
      if (this.language.decisions.has(name) && !this.chosen.has(name)) this.chosen.set(name, this.decide(name));
  }

  private decide(name: string): Json {
    const { decisions } = this.language;
    const inputs: Tree = {};
    let isOpen = false;
    for (const [input, text] of Object.entries(decisions.inputsOf(name))) {
      const value = this.valueOf(text, NOTHING_GIVEN);
      if (value === undefined) isOpen = true;
      else inputs[input] = value;
    }
    if (isOpen && !Object.values(inputs).includes(null)) {
      this.guess ??= `what the decision \`${name}\` is asked with is not followed`;
      return this.choices.oneOf(decisions.answers(name, inputs));
    }
    const answer = decisions.answer(name, inputs);
    if (answer !== undefined) return answer;
    throw new GateRefusal('bad-decision', null, name, { state: '', pointer: `/decisions/${name}` });
  }

  /** Says that what the expression gives is guessed at. */
  doubt(text: string): void {
    const terms = this.language.expression(text)?.terms ?? [];
    const kept = terms.find((term) => this.language.index.definition.variables[rootOf(term)] !== undefined);
    if (kept !== undefined) this.guess ??= this.whyOpen(kept);
  }

  private choose(term: string): void {
    if (this.chosen.has(term)) return;
    this.chosen.set(term, this.choices.oneOf(this.language.flow.samplesOf(term)));
    this.guess ??= this.whyOpen(term);
  }

  /** What comes new with every step is open by its nature; what the process itself remembers is not. */
  private whyOpen(term: string): string | null {
    const { variables, decisions } = this.language.index.definition;
    const root = rootOf(term);
    if (term === TODAY) return 'that days only go forward is not followed';
    if (variables[root] !== undefined) return `the values of \`${root}\` are not followed`;
    return decisions?.[root] === undefined ? null : `the answers of the decision \`${root}\` are not followed`;
  }

  private scope({ output, children }: Given): Scope {
    const outside = this.chosenTree();
    const at = this.chosen.get(TODAY);
    const command = member(outside, 'command');
    return {
      variables: { ...outside, ...Object.fromEntries(this.values) },
      elapsed: this.elapsed,
      facts: {
        at: `${typeof at === 'string' ? at : '2026-01-05'}${NOON}`,
        actor: null,
        payload: member(command, 'payload'),
        views: outside,
        parameters: this.parameters,
      },
      output: children === undefined ? { ...member(outside, 'output'), ...output } : [],
      ...(children !== undefined && { children: { count: children.count, done: children.done, outputs: [] } }),
      decide: (name) => outside[name] ?? null,
    };
  }

  /** A value costs as much as there is to be read. */
  private spend(): void {
    this.meter.spend(1 + (this.values.size + this.chosen.size) / 4);
  }

  private chosenTree(): JsonObject {
    const tree: Tree = {};
    for (const [term, value] of this.chosen) put(tree, term.split('.'), value);
    return tree;
  }
}
