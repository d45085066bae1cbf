import type { DefinitionIndex } from '../../definition/definition-index.js';
import { type Json, MAX_CHILDREN, type ProcessDefinition, type ValueType } from '../../definition/language.js';
import type { DecisionInput } from '../../decisions/decision.js';
import { dateDeadlines, type Flow, flowsOf, guardsOf } from './flows.js';
import type { Feed, GateDecisions } from './gate-decisions.js';
import { samplesAround, withinDomains } from './samples.js';
import { TermGroups } from './term-groups.js';
import { type Atom, Terms } from './terms.js';

/** Types whose values the gate follows; of the others it knows only whether they are set. */
const FOLLOWED: ReadonlySet<ValueType> = new Set(['boolean', 'integer', 'money', 'string', 'date']);

/** How a counted variable is written and read. */
interface Use {
  isRaised: boolean;
  isLowered: boolean;
  /** Read or written otherwise than by a plain comparison with constants or a step of fixed size. */
  isMixed: boolean;
}

/**
 * Which variables decide the course of a process, and which of their values differ for it: a number is told from
 * another only by the constants that it is compared with.
 */
export class ValueFlow {
  /** Variables that some guard or date deadline depends on. */
  readonly variables: ReadonlySet<string>;
  /** Parameters that some guard depends on. */
  readonly parameters: ReadonlySet<string>;
  /** Variables that the process itself never sets. */
  readonly unassigned: ReadonlySet<string>;
  /** Members of `output` that some guard depends on. */
  readonly outputs: ReadonlySet<string>;
  private readonly definition: ProcessDefinition;
  private readonly groups = new TermGroups();
  private readonly domains: { readonly term: string; readonly input: DecisionInput }[] = [];
  private readonly uses = new Map<string, Use>();
  private readonly sampled = new Map<string, readonly [Json, ...Json[]]>();

  constructor(
    index: DefinitionIndex,
    private readonly decisions: GateDecisions,
  ) {
    this.definition = index.definition;
    const states = [...index.states.values()];
    const flows = states.flatMap(flowsOf);
    const guards = states.flatMap(guardsOf);
    const lists = states.flatMap(({ subprocess }) => subprocess?.each?.list ?? []);
    const read = this.closure(
      [...[...guards, ...lists].flatMap((text) => new Terms(text).all), ...dateDeadlines(states, index)],
      flows,
    );
    this.variables = new Set(Object.keys(this.definition.variables).filter((name) => read.has(name)));
    this.parameters = new Set(Object.keys(this.definition.parameters).filter((name) => read.has(name)));
    const assigned = new Set(flows.map(({ to }) => to));
    this.unassigned = new Set([...this.variables].filter((name) => !assigned.has(name)));
    this.outputs = new Set([...read].flatMap((name) => (name.startsWith('output.') ? (name.split('.')[1] ?? []) : [])));
    for (const text of guards) this.noteAtoms(new Terms(text));
    for (const text of lists) this.noteList(new Terms(text));
    for (const feed of decisions.feeds) this.noteFeed(feed);
    for (const flow of flows.filter(({ to }) => read.has(to))) this.noteFlow(flow);
    for (const name of this.variables) {
      const initial = this.definition.variables[name]?.default ?? null;
      this.groups.join([name], initial === null ? [] : [initial]);
    }
    for (const name of this.parameters) this.groups.join([name], this.parameterValues(name));
  }

  /** The pinned value and both bounds. */
  parameterValues(name: string): readonly [Json, ...Json[]] {
    const spec = this.definition.parameters[name];
    const values = [spec?.min, spec?.max].filter((bound) => bound !== undefined);
    const [first, ...rest] = new Set([spec?.default ?? null, ...values]);
    return [first ?? null, ...rest];
  }

  /** Values that stand for all that the term can have, as far as guards can tell. */
  samplesOf(term: string): readonly [Json, ...Json[]] {
    const known = this.sampled.get(term);
    if (known !== undefined) return known;
    const made = this.sample(term);
    this.sampled.set(term, made);
    return made;
  }

  /** The value to keep in a variable: the nearest one that guards cannot tell from it, or undefined when it is lost. */
  keep(variable: string, value: Json): Json | undefined {
    const samples = this.samplesOf(variable);
    if (typeof value === 'number') return this.keepNumber(variable, value, samples);
    const isStrangeDate = this.definition.variables[variable]?.type === 'date' && !samples.includes(value);
    return isStrangeDate && value !== null ? undefined : value;
  }

  private keepNumber(variable: string, value: number, samples: readonly Json[]): number | undefined {
    const numbers = samples.filter((sample) => typeof sample === 'number');
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    const nearest = Math.min(Math.max(value, low), high);
    const { isMixed, isRaised, isLowered } = this.useOf(variable);
    if (nearest === value || !(isMixed || (isRaised && isLowered))) return nearest;
    return Math.abs(value - nearest) <= SLACK ? value : undefined;
  }

  /** Of a date that is computed or compared with other dates only whether it is set is followed: there are too many. */
  isFollowed(variable: string): boolean {
    const spec = this.definition.variables[variable];
    if (spec === undefined || !this.variables.has(variable) || !FOLLOWED.has(spec.type)) return false;
    return spec.type !== 'date' || !this.useOf(variable).isMixed;
  }

  /** Whether the value that it has before anything is set can be followed: a list, while nothing sets it. */
  isKnownAtFirst(variable: string): boolean {
    const spec = this.definition.variables[variable];
    return (spec?.default ?? null) === null || spec?.type === 'list' || this.isFollowed(variable);
  }

  /** Numbers of children that guards can tell apart. */
  get childCounts(): readonly [number, ...number[]] {
    const met = [...this.samplesOf('children.count'), ...this.samplesOf('children.done')];
    const counts = met
      .filter((count) => typeof count === 'number')
      .filter((count) => count > 2 && count <= MAX_CHILDREN);
    return [0, 1, 2, ...new Set(counts)];
  }

  private sample(term: string): readonly [Json, ...Json[]] {
    const spec = this.definition.variables[term];
    const [first, ...rest] = spec?.enum ?? [];
    if (first !== undefined) return [first, ...rest];
    const members = this.groups.membersOf(term);
    const others = members.filter((member) => this.definition.parameters[member] === undefined);
    const type = spec?.type ?? this.typeAmong(members);
    const constants = this.groups.constantsOf(term);
    const samples = samplesAround(constants, Math.min(others.length, 3), type);
    return withinDomains(
      samples,
      constants,
      this.domains.flatMap((one) => (members.includes(one.term) ? one.input : [])),
    );
  }

  /** The declared type of the variables and parameters that a term meets. */
  private typeAmong(members: readonly string[]): ValueType | null {
    const { variables, parameters } = this.definition;
    const types = new Set(members.flatMap((member) => (variables[member] ?? parameters[member])?.type ?? []));
    const [only] = types;
    return types.size === 1 ? (only ?? null) : null;
  }

  private closure(names: readonly string[], flows: readonly Flow[]): ReadonlySet<string> {
    const read = new Set<string>();
    const queue = [...names];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      if (read.has(name)) continue;
      read.add(name);
      const root = name.split('.')[0] ?? name;
      if (root !== 'output') queue.push(root);
      for (const text of Object.values(this.decisions.inputsOf(root))) queue.push(...new Terms(text).all);
      for (const { to, text } of flows) if (to === name) queue.push(...new Terms(text).all);
    }
    return read;
  }

  private noteAtoms(terms: Terms): void {
    for (const atom of terms.atoms) {
      this.groups.join(atom.terms, atom.isBare ? [true, false] : atom.constants);
      for (const term of atom.terms) if (!this.isSimple(atom)) this.useOf(term).isMixed = true;
    }
  }

  /** What a table is asked with meets the borders of its rules. */
  private noteFeed({ text, constants, input }: Feed): void {
    const { whole, all } = new Terms(text);
    if (whole === null) for (const term of all) this.useOf(term).isMixed = true;
    this.groups.join(all, constants);
    for (const term of all) this.domains.push({ term, input });
  }

  private noteList(terms: Terms): void {
    for (const term of terms.all) this.useOf(term).isMixed = true;
    for (const { terms: met, constants } of terms.atoms) this.groups.join(met, constants);
  }

  private noteFlow({ to, text }: Flow): void {
    const terms = new Terms(text);
    if (terms.isLogical) return this.noteAtoms(terms);
    const step = STEP.exec(text.trim());
    if (step !== null && step[1] === to) {
      const use = this.useOf(to);
      if (step[2] === '+') use.isRaised = true;
      else use.isLowered = true;
      return;
    }
    for (const term of terms.all) {
      this.useOf(term).isMixed = true;
      this.noteOutput(term);
    }
    this.groups.join(
      [to, ...terms.all],
      terms.atoms.flatMap((atom) => atom.constants),
    );
  }

  private noteOutput(term: string): void {
    const [name, member] = term.split('.');
    if (name !== undefined && member !== undefined) this.groups.join([term], this.decisions.outputsOf(name, member));
  }

  /** A comparison of one term with constants alone. */
  private isSimple({ terms, isPlain, isBare }: Atom): boolean {
    const changing = terms.filter((term) => this.definition.parameters[term] === undefined);
    return isBare || (isPlain && changing.length <= 1);
  }

  private useOf(term: string): Use {
    const known = this.uses.get(term) ?? { isRaised: false, isLowered: false, isMixed: false };
    this.uses.set(term, known);
    return known;
  }
}

const STEP = /^([A-Za-z]\w*) *([+-]) *\d+$/;
/** How far beyond its samples a variable is still followed that is not simply counted. */
const SLACK = 6;
