import { stringify } from 'yaml';
import type { Choices } from './choices.js';
import { RANDOM_DECISIONS } from './random-tables.js';
import { CHILD_GUARDS, COUNT_GUARDS, DEADLINES, GUARDS, LISTS, RANDOM_EVENTS, SUSPENSIONS } from './random-words.js';

/** The top cannot be entered again; only what is done has an output. */
type Place = 'top' | 'event' | 'silent' | 'done';
type Yaml = { [key: string]: unknown };

/** A definition in YAML made from choices: nested and parallel states, history, every kind of transition. */
export function randomDefinition(choices: Choices): string {
  const root = new RandomTree(choices).build();
  const definition = {
    process: 'random.process',
    version: 1,
    title: '随机流程',
    owner: { organisation: 'purchaser', role: 'officer' },
    parameters: {
      shortPeriod: { type: 'duration', default: 'P1D', law: 'law-1#2' },
      longPeriod: { type: 'duration', default: 'P5WD' },
      limit: { type: 'integer', default: 1 },
    },
    variables: {
      count1: { type: 'integer', default: 0 },
      count2: { type: 'integer', default: 0 },
      flag: { type: 'boolean', default: false },
      maybe: { type: 'integer' },
      dueDate: { type: 'date', default: '2026-02-01' },
    },
    deadlines: { lastCall: { until: 'dueDate', minus: 'longPeriod', law: 'law-1#3' } },
    decisions: RANDOM_DECISIONS,
    views: { bids: { source: 'bids', changedBy: 'BIDS_CHANGED' } },
    ...root,
  };
  return stringify(definition, { aliasDuplicateObjects: false });
}

interface Planned {
  readonly path: string;
  readonly yaml: Yaml;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final' | 'history' | 'child';
}

class RandomTree {
  private readonly planned: Planned[] = [];
  private count = 0;
  /** The state whose transitions are being made. */
  private from = '';

  constructor(private readonly choices: Choices) {}

  build(): Yaml {
    const root: Yaml = {};
    if (this.choices.chance(10)) this.fillParallel(root, '', 0);
    else this.fillCompound(root, '', 0);
    for (const state of this.planned) this.addTransitions(state);
    this.from = '';
    if (this.choices.chance(30)) root['on'] = { [this.choices.oneOf(RANDOM_EVENTS)]: this.topBranches() };
    return root;
  }

  /** Sometimes not possible in some states. */
  private topBranches(): unknown {
    const branches = this.branches('top', true);
    const real = this.planned.filter(({ kind }) => kind !== 'history').map(({ path }) => path);
    const barred = this.choices.any(real);
    if (typeof branches !== 'string' || barred === undefined || this.choices.chance(40)) return branches;
    return [
      { target: branches, except: [barred] },
      ...(this.choices.chance(30) ? [{ assign: { flag: 'not(flag)' } }] : []),
    ];
  }

  private plan(path: string, depth: number): Yaml {
    const yaml: Yaml = {};
    this.count += 1;
    const roll = depth < 3 && this.count < 24 ? this.choices.below(10) : 0;
    const kind = roll >= 8 ? 'parallel' : roll >= 5 ? 'compound' : roll === 4 ? 'child' : 'atomic';
    this.planned.push({ path, yaml, kind });
    if (kind === 'parallel') this.fillParallel(yaml, path, depth + 1);
    if (kind === 'compound') this.fillCompound(yaml, path, depth + 1);
    if (kind === 'child') yaml['subprocess'] = this.subprocess();
    return yaml;
  }

  private subprocess(): Yaml {
    const process = this.choices.oneOf(['other.process', '= if flag then "a.b" else "a.c"']);
    if (this.choices.chance(60)) return { process, with: { start: 'count1 + 1' } };
    const each = this.choices.oneOf(LISTS);
    const condition = this.choices.chance(40) ? { completeWhen: this.choices.oneOf(CHILD_GUARDS) } : {};
    return { process, each, as: 'lot', with: { start: 'lot + 1' }, ...condition };
  }

  private fillCompound(yaml: Yaml, path: string, depth: number): void {
    const states: Yaml = {};
    const size = 2 + this.choices.below(3);
    for (let index = 0; index < size; index += 1) states[`s${index}`] = this.plan(below(path, `s${index}`), depth);
    if (this.choices.chance(60)) states['end'] = this.planFinal(below(path, 'end'));
    if (this.choices.chance(25)) states['memory'] = this.planHistory(below(path, 'memory'));
    yaml['initial'] = `s${this.choices.below(size)}`;
    yaml['states'] = states;
  }

  private fillParallel(yaml: Yaml, path: string, depth: number): void {
    const states: Yaml = {};
    const size = 2 + this.choices.below(2);
    for (let index = 0; index < size; index += 1) states[`r${index}`] = this.plan(below(path, `r${index}`), depth);
    if (this.choices.chance(10)) states['end'] = this.planFinal(below(path, 'end'));
    if (this.choices.chance(20)) states['memory'] = this.planHistory(below(path, 'memory'), false);
    yaml['type'] = 'parallel';
    yaml['states'] = states;
  }

  private planFinal(path: string): Yaml {
    const yaml: Yaml = { type: 'final', output: { result: this.choices.oneOf(['count1', 'flag', '"text"']) } };
    this.planned.push({ path, yaml, kind: 'final' });
    return yaml;
  }

  private planHistory(path: string, mayHaveTarget = true): Yaml {
    const yaml: Yaml = { type: 'history' };
    if (this.choices.chance(50)) yaml['history'] = 'deep';
    if (mayHaveTarget && this.choices.chance(40)) yaml['target'] = 's0';
    this.planned.push({ path, yaml, kind: 'history' });
    return yaml;
  }

  private addTransitions({ yaml, kind, path }: Planned): void {
    this.from = path;
    if (kind === 'history') return;
    if (this.choices.chance(15)) yaml['entry'] = this.effect();
    if (kind === 'final') return;
    if (this.choices.chance(15)) yaml['exit'] = this.effect();
    if (this.choices.chance(kind === 'atomic' ? 80 : 35)) yaml['on'] = this.events();
    if (this.choices.chance(15)) yaml['always'] = this.always();
    if (this.choices.chance(25)) yaml['after'] = this.deadlines();
    if (kind === 'atomic') this.addTask(yaml);
    else this.addDone(yaml, kind);
  }

  private addTask(yaml: Yaml): void {
    if (!this.choices.chance(30)) return;
    const allow = this.choices.chance(60) ? { allow: ['return'] } : {};
    yaml['task'] = { assignee: { organisation: 'purchaser', role: 'officer' }, due: 'none', ...allow };
  }

  private addDone(yaml: Yaml, kind: Planned['kind']): void {
    if (!this.choices.chance(70)) return;
    const isMany = kind === 'child' && 'each' in (yaml['subprocess'] as Yaml);
    if (isMany) {
      yaml['onDone'] = this.manyDone();
      return;
    }
    yaml['onDone'] = this.branches(kind === 'parallel' ? 'silent' : 'done', false);
  }

  /** When many children are done, it must lead to another state. */
  private manyDone(): readonly Yaml[] {
    const guard = this.choices.chance(40) ? { guard: 'children.done > 0' } : {};
    const assign = this.choices.chance(50) ? { assign: { count2: 'count(output)' } } : {};
    return [{ ...guard, ...assign, target: this.elsewhere() }];
  }

  private events(): Yaml {
    const events = this.choices.list(2, () => this.choices.oneOf(RANDOM_EVENTS));
    return Object.fromEntries(['GO', ...events].map((event) => [event, this.branches('event', true)]));
  }

  private deadlines(): Yaml {
    const deadlines = this.choices.list(1, () => this.choices.oneOf(DEADLINES));
    return Object.fromEntries(
      [this.choices.oneOf(DEADLINES), ...deadlines].map((name) => [name, this.branches('silent', false)]),
    );
  }

  /** Mostly guarded by something that changes, for otherwise it would run in circles. */
  private always(): readonly Yaml[] {
    const guard = this.choices.chance(92) ? this.choices.oneOf(COUNT_GUARDS) : this.choices.oneOf(GUARDS);
    const counter = guard.startsWith('count2') ? 'count2' : 'count1';
    const assign = { [counter]: `${counter} + 1` };
    const target = this.choices.chance(70) ? { target: this.target() } : {};
    return [{ guard, assign, ...target }];
  }

  private branches(place: Place, mayBePlain: boolean): unknown {
    if (mayBePlain && this.choices.chance(30)) return this.target();
    const first = this.branch(place, true);
    return this.choices.chance(40) ? [first, this.branch(place, this.choices.chance(30))] : first;
  }

  private branch(place: Place, isGuarded: boolean): Yaml {
    const branch: Yaml = {};
    if (isGuarded && this.choices.chance(50)) branch['guard'] = this.choices.oneOf(GUARDS);
    if (this.choices.chance(75)) branch['target'] = this.target();
    if (this.choices.chance(35)) branch['assign'] = this.assign(place);
    if (this.choices.chance(20)) branch['actions'] = this.effect();
    if (this.choices.chance(10))
      branch['extend'] = { deadline: 'longPeriod', atLeast: this.choices.oneOf(['shortPeriod', 'P2D']) };
    if ('target' in branch && place !== 'top' && this.choices.chance(15)) branch['reenter'] = true;
    return branch;
  }

  private assign(place: Place): Yaml {
    const texts: [string, string][] = [
      ['count1', 'count1 + 1'],
      ['count2', 'count1 + count2'],
      ['flag', 'not(flag)'],
      ['maybe', 'count1'],
      ['count1', 'route.steps'],
      ['dueDate', 'plusDays(dueDate, 1)'],
    ];
    if (place === 'done') texts.push(['flag', 'output.result = count1']);
    const [name, text] = this.choices.any(texts) ?? ['count1', 'count1 + 1'];
    const more = this.choices.chance(30) ? { count2: 'count1' } : {};
    return { [name]: text, ...more };
  }

  private effect(): unknown {
    if (this.choices.chance(15)) return this.choices.any<unknown>(SUSPENSIONS);
    return { effect: 'record.note', with: { value: this.choices.oneOf(['count1', 'flag', 'command.payload.amount']) } };
  }

  /** A short name means the sibling first, so it must not be the state's own. */
  private elsewhere(): string {
    const own = this.from.slice(this.from.lastIndexOf('.') + 1);
    const isElsewhere = (path: string): boolean => path !== this.from && path !== own;
    const found = this.target();
    if (isElsewhere(found)) return found;
    return this.planned.find(({ path, kind }) => isElsewhere(path) && kind !== 'history')?.path ?? 's0';
  }

  /** History states are entered from outside of their parents only. */
  private target(): string {
    const allowed = this.planned.filter(({ path, kind }) => kind !== 'history' || !this.isInside(parentOf(path)));
    return this.choices.any(allowed)?.path ?? 's0';
  }

  private isInside(outer: string): boolean {
    return outer === '' ? this.from !== '' : this.from.startsWith(`${outer}.`);
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
