import {
  checkDecision,
  type DecisionDefinition,
  decisionTable,
  type Json,
  type JsonObject,
  isJsonObject,
  parameterFault,
  type ParameterSpec,
  type Problem,
  type ProcessDefinition,
  suggest,
} from '#libs/kernel';
import { ladderFaults } from './ladder.check.js';
import type { LawBook } from './law.book.js';
import { RegionBook } from './region.book.js';
import { mapAt, REGION_KEYS, type RegionOverlay } from './region.overlay.js';

/** What regions may name. */
export interface RegionSurroundings {
  readonly definitions: readonly ProcessDefinition[];
  readonly tables: readonly DecisionDefinition[];
  readonly ladders: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly calendars: ReadonlySet<string>;
  readonly laws: LawBook;
}

type Add = (code: string, pointer: string, message: string, hint: string) => void;

/** Everything that a region sets and may not: unknown names, wrong types, values beyond what the law allows. */
export function regionProblems(overlays: readonly RegionOverlay[], around: RegionSurroundings): Problem[] {
  const book = new RegionBook(overlays);
  return overlays.flatMap((overlay) => {
    const problems: Problem[] = [];
    const add: Add = (code, pointer, message, hint) =>
      problems.push({ code, file: overlay.file, line: overlay.lineOf(pointer), message, hint });
    checkShape(overlay, add);
    checkParameters(overlay, around, add);
    checkDecisions(overlay, around, book, add);
    checkLadders(overlay, around, add);
    checkCalendars(overlay, around, add);
    checkRoles(overlay, around, add);
    return problems;
  });
}

function checkShape({ code, content }: RegionOverlay, add: Add): void {
  if (!/^(\d{2}|\d{4}|\d{6})$/.test(code))
    add(
      'bad-name',
      '',
      `\`${code}\` is no code of a division`,
      'Name the file by 2, 4 or 6 digits: province, city or county.',
    );
  for (const [key, value] of Object.entries(content)) {
    if (!REGION_KEYS.some((known) => known === key))
      add('unknown-key', `/${key}`, `a region cannot set \`${key}\``, suggest(key, REGION_KEYS, 'Remove it.'));
    else if (key === 'calendars' ? !Array.isArray(value) : !isJsonObject(value))
      add(
        'wrong-shape',
        `/${key}`,
        `\`${key}\` must be a ${key === 'calendars' ? 'list' : 'map'}`,
        'See config/regions/README.md.',
      );
  }
}

function checkParameters({ content }: RegionOverlay, { definitions, laws }: RegionSurroundings, add: Add): void {
  for (const [process, values] of Object.entries(mapAt(content, ['parameters']))) {
    const definition = definitions.find((candidate) => candidate.process === process);
    const pointer = `/parameters/${process}`;
    if (definition === undefined) {
      const known = definitions.map((candidate) => candidate.process);
      add(
        'unknown-process',
        pointer,
        `there is no process named \`${process}\``,
        suggest(process, known, 'Name a process that stands under workflows/, or remove it.'),
      );
      continue;
    }
    for (const [name, value] of Object.entries(isJsonObject(values) ? values : {}))
      checkValue(
        { name, value, spec: definition.parameters[name], owner: `the process ${process}` },
        Object.keys(definition.parameters),
        laws,
        (code, message, hint) => add(code, `${pointer}/${name}`, message, hint),
      );
  }
}

interface SetValue {
  readonly name: string;
  readonly value: Json;
  readonly spec: ParameterSpec | undefined;
  readonly owner: string;
}

function checkValue(
  { name, value, spec, owner }: SetValue,
  known: readonly string[],
  laws: LawBook,
  add: (code: string, message: string, hint: string) => void,
): void {
  if (spec === undefined)
    return add(
      'unknown-name',
      `${owner} has no parameter \`${name}\``,
      suggest(name, known, 'Remove it from the configuration.'),
    );
  const fault = parameterFault(name, value, spec);
  if (fault === null) return;
  const law = spec.law === undefined ? '' : `（${laws.cite(spec.law)}）`;
  add(fault.code, `${fault.message}${law}`, fault.hint);
}

function checkDecisions(
  overlay: RegionOverlay,
  { tables, laws }: RegionSurroundings,
  book: RegionBook,
  add: Add,
): void {
  const known = tables.map(({ decision }) => decision);
  for (const [name, values] of Object.entries(mapAt(overlay.content, ['decisions']))) {
    const table = tables.find(({ decision }) => decision === name);
    const pointer = `/decisions/${name}`;
    if (table === undefined) {
      const hint = suggest(name, known, 'Name a table of config/decisions, or remove it.');
      add('unknown-decision', pointer, `there is no decision table named \`${name}\``, hint);
      continue;
    }
    checkThresholds(table, isJsonObject(values) ? values : {}, laws, (code, at, message, hint) =>
      add(code, `${pointer}${at}`, message, hint),
    );
    checkTogether(table, book.values(overlay.code, 'decisions', name), pointer, add);
  }
}

function checkThresholds(table: DecisionDefinition, values: JsonObject, laws: LawBook, add: Add): void {
  for (const [name, value] of Object.entries(values)) {
    const set = { name, value, spec: table.parameters[name], owner: `the table ${table.decision}` };
    checkValue(set, Object.keys(table.parameters), laws, (code, message, hint) => add(code, `/${name}`, message, hint));
  }
}

/** A threshold may be lawful by itself and yet tear a gap: so the table is checked as it stands in the region. */
function checkTogether(table: DecisionDefinition, values: JsonObject, pointer: string, add: Add): void {
  const made = decisionTable(table, values);
  for (const { code, message, hint } of made.ok ? checkDecision(made.value) : [])
    add(code, pointer, `with the values that hold here, ${message}`, hint);
}

function checkLadders({ content }: RegionOverlay, { ladders, roles }: RegionSurroundings, add: Add): void {
  for (const [name, ladder] of Object.entries(mapAt(content, ['ladders']))) {
    const pointer = `/ladders/${name}`;
    if (!ladders.has(name))
      add(
        'unknown-ladder',
        pointer,
        `there is no ladder named \`${name}\``,
        suggest(name, ladders, 'A region changes ladders of config/escalations.yaml; new ones are added there.'),
      );
    for (const { at, code, message, hint } of ladderFaults(ladder, roles)) add(code, `${pointer}${at}`, message, hint);
  }
}

function checkCalendars({ content }: RegionOverlay, { calendars }: RegionSurroundings, add: Add): void {
  const names: readonly Json[] = Array.isArray(content['calendars']) ? content['calendars'] : [];
  names.forEach((entry, index) => {
    const name = typeof entry === 'string' ? entry : JSON.stringify(entry);
    if (calendars.has(name)) return;
    const hint = suggest(name, calendars, 'Add its file to config/calendars.');
    add('unknown-calendar', `/calendars/${index}`, `there is no calendar overlay named \`${name}\``, hint);
  });
}

function checkRoles({ content }: RegionOverlay, { roles }: RegionSurroundings, add: Add): void {
  for (const [role, title] of Object.entries(mapAt(content, ['roles']))) {
    if (!roles.has(role))
      add(
        'unknown-role',
        `/roles/${role}`,
        `there is no role named \`${role}\``,
        suggest(role, roles, 'Name a role of config/roles.yaml.'),
      );
    if (!isTitle(title))
      add(
        'wrong-shape',
        `/roles/${role}`,
        `the name of \`${role}\` must be a text or { zh, en }`,
        'Write `{ zh: 社会救助股经办, en: Relief officer }`.',
      );
  }
}

function isTitle(title: Json): boolean {
  if (typeof title === 'string') return title !== '';
  const object: JsonObject = isJsonObject(title) ? title : {};
  return typeof object['zh'] === 'string' && Object.keys(object).every((key) => key === 'zh' || key === 'en');
}
