import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, type Json, type JsonObject, type PartyRole } from '#libs/kernel';
import { mapAt } from '../definitions/region.overlay.js';
import { parseYaml, type YamlFile } from '../definitions/yaml.files.js';

/** File of config/ that lists every deadline of the domain. */
export const REGISTER_FILE = 'deadlines.yaml';

/** How a process arms a period: the due time of a task, a deadline that moves it, or what an event leaves at least. */
export const ARMED_BY = ['due', 'after', 'extend'] as const;
/** `most`: not later than; `least`: not before. */
export const BOUNDS = ['most', 'least'] as const;

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Which state of which process arms a period, and the parameter that has its length. */
export interface ArmedAt {
  readonly process: string;
  readonly state: string;
  readonly by: (typeof ARMED_BY)[number];
  /** Absent where the day itself is a date of the case. */
  readonly parameter?: string;
}

/** One period of a deadline. */
export interface RegisteredPeriod {
  readonly title: Bilingual;
  /** ISO 8601 or working days; `P0D` where the day itself is a date of the case. */
  readonly length: string;
  readonly bound: (typeof BOUNDS)[number];
  readonly owner: PartyRole;
  /** Ladder of config/escalations.yaml, or `none`. */
  readonly ladder: string;
  readonly armed?: ArmedAt;
  /** Why nothing arms it yet. */
  readonly pending?: Bilingual;
}

/** A deadline of the domain: what starts it, the law it rests on, and what happens when it is over. */
export interface RegisteredDeadline {
  readonly id: string;
  readonly stage: string;
  readonly title: Bilingual;
  readonly trigger: Bilingual;
  readonly basis: readonly string[];
  readonly expiry: Bilingual;
  readonly periods: readonly RegisteredPeriod[];
}

/** Whose tasks climb which ladders, and organisations that those never reach. */
export interface LadderClass {
  readonly organisation: string;
  readonly ladders: readonly string[];
  readonly never: readonly string[];
}

/** config/deadlines.yaml as far as it could be read; `faults` says what could not. */
export interface DeadlineRegister {
  readonly stages: ReadonlyMap<string, Bilingual>;
  readonly classes: readonly LadderClass[];
  readonly deadlines: readonly RegisteredDeadline[];
  readonly faults: readonly string[];
  readonly file: YamlFile;
}

export function readRegister(configDir: string): DeadlineRegister {
  return parseRegister({ name: REGISTER_FILE, text: readFileSync(join(configDir, REGISTER_FILE), 'utf8') });
}

export function parseRegister(file: YamlFile): DeadlineRegister {
  const faults: string[] = [];
  const raw = parseYaml(file);
  known(raw, ['classes', 'stages', 'deadlines'], 'the file', faults);
  const stages = Object.entries(mapAt(raw, ['stages'])).map(([name, title]) => [
    name,
    bilingual(title, `stage ${name}`, faults),
  ]);
  return {
    stages: new Map(stages as [string, Bilingual][]),
    classes: listOf(raw['classes']).map((entry) => classOf(entry, faults)),
    deadlines: Object.entries(mapAt(raw, ['deadlines'])).map(([id, entry]) => deadlineOf(id, entry, faults)),
    faults,
    file,
  };
}

function classOf(raw: JsonObject, faults: string[]): LadderClass {
  known(raw, ['organisation', 'ladders', 'never'], 'a class', faults);
  return {
    organisation: text(raw['organisation'], 'organisation of a class', faults),
    ladders: textsOf(raw['ladders']),
    never: textsOf(raw['never']),
  };
}

const DEADLINE_KEYS = ['stage', 'title', 'trigger', 'basis', 'expiry', 'periods'];
const PERIOD_KEYS = ['title', 'length', 'bound', 'owner', 'ladder', 'armed', 'pending'];

function deadlineOf(id: string, entry: Json, faults: string[]): RegisteredDeadline {
  const raw = isJsonObject(entry) ? entry : {};
  known(raw, DEADLINE_KEYS, id, faults);
  const periods = listOf(raw['periods']);
  if (periods.length === 0) faults.push(`${id} has no periods`);
  return {
    id,
    stage: text(raw['stage'], `${id}: stage`, faults),
    title: bilingual(raw['title'], `${id}: title`, faults),
    trigger: bilingual(raw['trigger'], `${id}: trigger`, faults),
    basis: textsOf(raw['basis']),
    expiry: bilingual(raw['expiry'], `${id}: expiry`, faults),
    periods: periods.map((period, index) => periodOf(period, `${id}, period ${index + 1}`, faults)),
  };
}

function periodOf(raw: JsonObject, at: string, faults: string[]): RegisteredPeriod {
  known(raw, PERIOD_KEYS, at, faults);
  const bound = BOUNDS.find((word) => word === (raw['bound'] ?? 'most'));
  if (bound === undefined) faults.push(`${at}: bound is one of ${BOUNDS.join(', ')}`);
  const owner = isJsonObject(raw['owner']) ? raw['owner'] : {};
  if ((raw['armed'] === undefined) === (raw['pending'] === undefined))
    faults.push(`${at} says either what arms it (armed) or why nothing does yet (pending)`);
  return {
    title: bilingual(raw['title'], `${at}: title`, faults),
    length: text(raw['length'], `${at}: length`, faults),
    bound: bound ?? 'most',
    owner: {
      organisation: text(owner['organisation'], `${at}: organisation of the owner`, faults),
      role: text(owner['role'], `${at}: role of the owner`, faults),
    },
    ladder: text(raw['ladder'], `${at}: ladder`, faults),
    ...(raw['armed'] === undefined ? {} : { armed: armedOf(raw['armed'], at, faults) }),
    ...(raw['pending'] === undefined ? {} : { pending: bilingual(raw['pending'], `${at}: pending`, faults) }),
  };
}

function armedOf(entry: Json, at: string, faults: string[]): ArmedAt {
  const raw = isJsonObject(entry) ? entry : {};
  known(raw, ['process', 'state', 'by', 'parameter'], `${at}: armed`, faults);
  const by = ARMED_BY.find((word) => word === raw['by']);
  if (by === undefined) faults.push(`${at}: armed by one of ${ARMED_BY.join(', ')}`);
  return {
    process: text(raw['process'], `${at}: process`, faults),
    state: text(raw['state'], `${at}: state`, faults),
    by: by ?? 'due',
    ...(typeof raw['parameter'] === 'string' ? { parameter: raw['parameter'] } : {}),
  };
}

function known(raw: JsonObject, keys: readonly string[], what: string, faults: string[]): void {
  for (const key of Object.keys(raw).filter((one) => !keys.includes(one)))
    faults.push(`${what} has the unknown key ${key}; known are ${keys.join(', ')}`);
}

function text(value: Json | undefined, what: string, faults: string[]): string {
  if (typeof value === 'string' && value !== '') return value;
  faults.push(`${what} is missing`);
  return '';
}

function bilingual(value: Json | undefined, what: string, faults: string[]): Bilingual {
  const raw = isJsonObject(value) ? value : {};
  return { zh: text(raw['zh'], `${what} in Chinese`, faults), en: text(raw['en'], `${what} in English`, faults) };
}

function textsOf(value: Json | undefined): readonly string[] {
  const list: readonly Json[] = Array.isArray(value) ? value : [];
  return list.filter((one) => typeof one === 'string');
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  const list: readonly Json[] = Array.isArray(value) ? value : [];
  return list.map((one) => (isJsonObject(one) ? one : {}));
}
