import { checkDefinition } from './check-definition.js';
import type { DueSpec, PartyRole, ProcessDefinition } from './language.js';
import type { Problem, Result } from './problem.js';
import type { ProblemList } from './problem-list.js';
import { readDeadlines, readDecisions, readParameters, readVariables, readViews } from './read-declarations.js';
import { stateFrom } from './read-state.js';
import { readDue } from './read-task.js';
import { readParty } from './read-transition.js';
import { defined, type Fields, Reading } from './reading.js';
import { resolveNames } from './resolve-names.js';
import { openYaml, type YamlNode } from './yaml-node.js';

const PROCESS_KEYS = [
  'process',
  'version',
  'stage',
  'title',
  'law',
  'parameters',
  'owner',
  'defaults',
  'variables',
  'views',
  'deadlines',
  'decisions',
  'type',
  'initial',
  'states',
  'on',
] as const;
const PROCESS_ID = /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/;

/**
 * Reads a process from YAML text. What comes back is normalised (every shorthand written out, every default
 * filled in) and every name inside it is known; references to the outside are left to `checkReferences`.
 */
export function parseProcess(source: string, file: string): Result<ProcessDefinition> {
  const { root, lines, problems } = openYaml(source, file);
  if (!problems.isEmpty) return { ok: false, problems: problems.all };
  const reading = new Reading(problems);
  const read = readProcess(reading, root, file);
  const definition = { ...read, lines: Object.fromEntries(lines) };
  const found: readonly Problem[] = hasProblems(problems) ? problems.all : checkDefinition(definition);
  return found.length === 0 ? { ok: true, value: resolveNames(definition) } : { ok: false, problems: found };
}

/** Asked again after reading: the list has grown meanwhile. */
function hasProblems(problems: ProblemList): boolean {
  return !problems.isEmpty;
}

function readProcess(reading: Reading, node: YamlNode, file: string): ProcessDefinition {
  const fields = reading.fields(node, 'a process', PROCESS_KEYS);
  const due = readDefaults(reading, fields.get('defaults'));
  return defined({
    process: readId(reading, fields, node),
    version: readVersion(reading, fields.get('version')),
    stage: reading.text(fields.get('stage'), '`stage`'),
    title: reading.localized(fields.get('title')) ?? { zh: reading.requiredText(fields, 'title', node, 'the process') },
    law: reading.texts(fields.get('law'), '`law`'),
    parameters: readParameters(reading, fields.get('parameters')),
    variables: readVariables(reading, fields.get('variables')),
    views: readViews(reading, fields.get('views')),
    deadlines: fields.has('deadlines') ? readDeadlines(reading, fields.get('deadlines')) : undefined,
    decisions: fields.has('decisions') ? readDecisions(reading, fields.get('decisions')) : undefined,
    owner: readOwner(reading, fields, node),
    root: stateFrom({ reading, due }, node, withoutTitle(fields), ''),
    file,
  });
}

function readId(reading: Reading, fields: Fields, node: YamlNode): string {
  const id = reading.requiredText(fields, 'process', node, 'the process');
  const at = fields.get('process');
  if (at !== undefined && id !== '' && !PROCESS_ID.test(id)) {
    reading.report(
      'bad-name',
      at,
      `\`${id}\` is no process id`,
      'Use small letters, digits, dots and hyphens, like `procurement.competitive-consultation`.',
    );
  }
  return id;
}

function readVersion(reading: Reading, node: YamlNode | undefined): number {
  const value = node?.scalar() ?? 1;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
  if (node !== undefined)
    reading.report('wrong-shape', node, '`version` must be a whole number from 1 on', 'Write `version: 1`.');
  return 1;
}

function readOwner(reading: Reading, fields: Fields, node: YamlNode): PartyRole {
  const owner = readParty(reading, fields.get('owner'), '`owner`');
  if (owner === undefined && node.isMap) {
    reading.report(
      'missing-key',
      node,
      'the process has no owner',
      'Add `owner: { organisation: …, role: … }`: who answers for every state that names nobody.',
    );
  }
  return owner ?? { organisation: '', role: '' };
}

function readDefaults(reading: Reading, node: YamlNode | undefined): DueSpec | undefined {
  if (node === undefined) return undefined;
  const fields = reading.fields(node, '`defaults`', ['due']);
  return readDue(reading, fields.get('due'), undefined);
}

/** The title of the process is not repeated on its top state. */
function withoutTitle(fields: Fields): Fields {
  return new Map([...fields].filter(([key]) => key !== 'title'));
}
