import { join } from 'node:path';
import {
  checkGate,
  checkReferences,
  compileForm,
  compileProcess,
  type JsonObject,
  type KnownNames,
  parseProcess,
  type Problem,
  type ProcessDefinition,
} from '#libs/kernel';
import type { RegisteredNames } from '../../definitions/registered.names.js';
import { parseYaml, readYamlFiles, type YamlFile } from '../../definitions/yaml.files.js';
import { regionProblems } from './region-problems.js';

export interface LintInput {
  readonly workflowsDir: string;
  readonly configDir: string;
  readonly names: RegisteredNames;
  /** Processes that are published beside those that stand in the folder. */
  readonly processes?: readonly string[];
}

export interface LintReport {
  readonly processes: number;
  readonly forms: number;
  readonly problems: readonly Problem[];
}

/** What stands in the folders, read once. */
interface Folders {
  readonly definitions: readonly ProcessDefinition[];
  readonly forms: readonly YamlFile[];
  readonly regions: readonly YamlFile[];
  readonly known: KnownNames;
  readonly problems: readonly Problem[];
}

/** Every check of the kernel over every file; all problems at once. */
export function lintDefinitions(input: LintInput): LintReport {
  const { definitions, forms, regions, known, problems } = readFolders(input);
  return {
    processes: definitions.length,
    forms: forms.length,
    problems: [
      ...problems,
      ...definitions.flatMap((definition) => definitionProblems(definition, known)),
      ...forms.flatMap(formProblems),
      ...twiceNamed(definitions),
      ...regionProblems(regions, definitions),
    ],
  };
}

/** Every check over one source that stands nowhere yet, beside what stands in the folders. */
export function lintSource(source: string, file: string, input: LintInput): readonly Problem[] {
  const parsed = parseProcess(source, file);
  if (!parsed.ok) return parsed.problems;
  const { regions, known } = readFolders(input);
  const processes = new Set([...known.processes, parsed.value.process]);
  const unknownElsewhere = (problem: Problem): boolean => problem.code !== 'unknown-process';
  return [
    ...definitionProblems(parsed.value, { ...known, processes }),
    ...regionProblems(regions, [parsed.value]).filter(unknownElsewhere),
  ];
}

function readFolders({ workflowsDir, configDir, names, processes = [] }: LintInput): Folders {
  const files = readYamlFiles(workflowsDir);
  const forms = files.filter((file) => file.name.startsWith('forms/'));
  const parsed = files
    .filter((file) => !file.name.startsWith('forms/'))
    .map((file) => parseProcess(file.text, `workflows/${file.name}`));
  const definitions = parsed.flatMap((result) => (result.ok ? [result.value] : []));
  const known = {
    ...names,
    forms: new Set(forms.map((file) => stemOf(file))),
    processes: new Set([...processes, ...definitions.map((definition) => definition.process)]),
    ladders: new Set(['none', ...keysIn(configDir, 'escalations.yaml', 'ladders')]),
    roles: new Set(keysIn(configDir, 'roles.yaml', 'roles')),
    laws: new Set(
      readYamlFiles(join(configDir, 'law')).flatMap((file) => Object.keys(objectAt(parseYaml(file), 'laws'))),
    ),
  };
  return {
    definitions,
    forms,
    regions: readYamlFiles(join(configDir, 'regions')),
    known,
    problems: parsed.flatMap((result) => (result.ok ? [] : result.problems)),
  };
}

function definitionProblems(definition: ProcessDefinition, known: KnownNames): Problem[] {
  const compiled = compileProcess(definition);
  return [...(compiled.ok ? [] : compiled.problems), ...checkReferences(definition, known), ...checkGate(definition)];
}

function formProblems(file: YamlFile): readonly Problem[] {
  const compiled = compileForm(parseYaml(file), stemOf(file));
  return compiled.ok ? [] : compiled.problems;
}

function twiceNamed(definitions: readonly ProcessDefinition[]): Problem[] {
  const seen = new Map<string, string>();
  return definitions.flatMap(({ process, file }) => {
    const earlier = seen.get(process);
    seen.set(process, file);
    if (earlier === undefined) return [];
    return [
      {
        code: 'process-twice',
        file,
        line: 1,
        message: `流程 ${process} 已在 ${earlier} 中定义。`,
        hint: '请换一个流程标识。',
      },
    ];
  });
}

function stemOf({ name }: YamlFile): string {
  return name.slice(name.lastIndexOf('/') + 1, -'.yaml'.length);
}

function keysIn(configDir: string, name: string, key: string): string[] {
  const file = readYamlFiles(configDir).find((candidate) => candidate.name === name);
  return file ? Object.keys(objectAt(parseYaml(file), key)) : [];
}

function objectAt(value: JsonObject, key: string): JsonObject {
  const member = value[key];
  return typeof member === 'object' && member !== null && !Array.isArray(member) ? (member as JsonObject) : {};
}
