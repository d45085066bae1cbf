import type { CompiledProcess, Json, JsonObject, ProcessDefinition, StateSpec, TransitionSpec } from '#libs/kernel';
import { type Draws, isObject, sampled, type SampleScope } from './sample.js';
import type { SimulationModel } from './simulation.model.js';

/** Share of cases in which a record is as a guard asks, where nothing is declared. */
const AGREEING = 0.8;
const LIST: Json = 3;
const COMPARISON = '\\s*(>=|<=|!=|=|>|<)\\s*';
const OPERAND = '("[^"]*"|-?\\d+|[A-Za-z_][\\w.]*)';

/** Values of the read views of a process: declared samples, or guesses from what guards compare them with. */
export class ViewMaker {
  private readonly samples: ReadonlyMap<string, Json>;

  constructor(model: SimulationModel, process: CompiledProcess) {
    const texts = [...process.states.values()].flatMap(textsOf);
    const views = Object.entries(process.definition.views);
    this.samples = new Map(
      views.map(([name, { source }]) => [name, model.view(source) ?? guess(name, texts, process.definition)]),
    );
  }

  /** The views as they stand; `draws` keeps what was drawn for the instance. */
  read(scope: SampleScope, draws: Draws): { readonly [name: string]: Json } {
    return Object.fromEntries(
      [...this.samples].map(([name, sample]) => [name, sampled(sample, scope, draws, `view/${name}`)]),
    );
  }
}

function textsOf(state: StateSpec): string[] {
  const lists: readonly (readonly TransitionSpec[])[] = [
    state.always,
    state.onDone,
    ...Object.values(state.on),
    ...Object.values(state.after),
  ];
  return lists.flat().flatMap(({ guard, assign }) => [...(guard ? [guard] : []), ...Object.values(assign)]);
}

function guess(view: string, texts: readonly string[], definition: ProcessDefinition): Json {
  const made: { [name: string]: Json } = {};
  for (const text of texts) {
    for (const [, path = '', bracket] of text.matchAll(new RegExp(`\\b${view}((?:\\.\\w+)+)(\\[)?`, 'g'))) {
      const sample = bracket ? listOf(`${view}${path}`, texts) : valueOf(`${view}${path}`, texts, definition);
      put(made, path.slice(1).split('.'), sample);
    }
  }
  return made;
}

/** `list[n].member`: each item has all the members that are read from one. */
function listOf(path: string, texts: readonly string[]): Json {
  const reading = new RegExp(`\\b${escaped(path)}\\[[^\\]]*\\]\\.(\\w+)`, 'g');
  const members = texts.flatMap((text) => [...text.matchAll(reading)].map((match) => match[1] ?? ''));
  return { $list: LIST, of: Object.fromEntries(members.map((member) => [member, { $between: [1, 1000] }])) };
}

function valueOf(path: string, texts: readonly string[], definition: ProcessDefinition): Json {
  const operands = texts.flatMap((text) => operandsOf(path, text));
  const [first] = operands;
  if (first?.startsWith('"')) return agreeing(first.slice(1, -1), 'other');
  if (first === 'true' || first === 'false') return agreeing(first, first === 'true' ? 'false' : 'true');
  const numbers = operands.flatMap((operand) => numberOf(operand, definition));
  if (numbers.length > 0) return { $between: [Math.max(0, Math.min(...numbers) - 1), Math.max(...numbers) + 3] };
  const isBare = texts.some((text) => text.trim() === path || text.includes(`not(${path})`));
  return isBare ? agreeing('true', 'false') : { $between: [0, 5] };
}

function operandsOf(path: string, text: string): string[] {
  const name = `\\b${escaped(path)}\\b`;
  const right = [...text.matchAll(new RegExp(`${name}${COMPARISON}${OPERAND}`, 'g'))].map((match) => match[2] ?? '');
  const left = [...text.matchAll(new RegExp(`${OPERAND}${COMPARISON}${name}`, 'g'))].map((match) => match[1] ?? '');
  return [...right, ...left];
}

function numberOf(operand: string, { parameters, variables }: ProcessDefinition): number[] {
  const value = /^-?\d+$/.test(operand)
    ? Number(operand)
    : (parameters[operand]?.default ?? variables[operand]?.default);
  return typeof value === 'number' ? [value] : [];
}

function agreeing(word: string, other: string): JsonObject {
  return { $oneOf: { [word]: AGREEING, [other]: 1 - AGREEING } };
}

function put(object: { [name: string]: Json }, path: readonly string[], sample: Json): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) {
    object[name] ??= sample;
    return;
  }
  const inner = object[name];
  const copy: { [name: string]: Json } = isObject(inner) ? { ...inner } : {};
  put(copy, rest, sample);
  object[name] = copy;
}

function escaped(path: string): string {
  return path.replaceAll('.', '\\.');
}
