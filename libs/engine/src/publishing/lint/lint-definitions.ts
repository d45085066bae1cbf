import {
  checkGate,
  checkReferences,
  compileForm,
  compileProcess,
  type DecisionTable,
  decisionTable,
  type GateInput,
  givenInputs,
  type KnownNames,
  parseProcess,
  type Problem,
  type ProcessDefinition,
  type Staffing,
  type StateSpec,
} from '#libs/kernel';
import type { RegisteredNames } from '../../definitions/registered.names.js';
import { parseYaml, readYamlFiles, type YamlFile } from '../../definitions/yaml.files.js';
import { formFileOf, type FormSource, namesForm, readForm } from '../../definitions/form.source.js';
import {
  configurationProblems,
  type Configuration,
  type ConfigurationFolders,
  decisionUseProblems,
  readConfiguration,
  regionValueProblems,
} from '../../definitions/configuration.files.js';

export interface LintInput extends ConfigurationFolders {
  readonly workflowsDir: string;
  readonly names: RegisteredNames;
  /** Processes that are published beside those that stand in the folder. */
  readonly processes?: readonly string[];
  /** Forms that a source brings along. */
  readonly forms?: readonly FormSource[];
  /** Who works where, for these relations; without it nothing is said about separation of duties. */
  readonly staffingOf?: (relations: readonly string[]) => Staffing | undefined;
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
  readonly configuration: Configuration;
  readonly known: KnownNames;
  readonly problems: readonly Problem[];
}

/** Every check of the kernel over every file; all problems at once. */
export function lintDefinitions(input: LintInput): LintReport {
  const { definitions, forms, configuration, known, problems } = readFolders(input);
  return {
    processes: definitions.length,
    forms: forms.length,
    problems: [
      ...problems,
      ...definitions.flatMap((definition) =>
        definitionProblems(definition, known, gateInput(definition, definitions, configuration, input)),
      ),
      ...forms.flatMap(formProblems),
      ...twiceNamed(definitions),
      ...configurationProblems(configuration, definitions),
    ],
  };
}

/** Every check over one source that stands nowhere yet, beside what stands in the folders. */
export function lintSource(source: string, file: string, input: LintInput): readonly Problem[] {
  const parsed = parseProcess(source, file);
  if (!parsed.ok) return parsed.problems;
  const { configuration, definitions, known } = readFolders(input);
  const { process } = parsed.value;
  const processes = new Set([...known.processes, process]);
  return [
    ...definitionProblems(
      parsed.value,
      { ...known, processes },
      gateInput(parsed.value, definitions, configuration, input),
    ),
    ...decisionUseProblems(configuration, parsed.value),
    ...regionValueProblems(configuration, parsed.value),
    ...(input.forms ?? []).flatMap((form) => [...readForm(form).problems, ...unusedForm(form, source)]),
  ];
}

/** A form that nothing names would be pinned for nothing; most often its name is misspelt. */
function unusedForm(form: FormSource, source: string): readonly Problem[] {
  if (namesForm(source, form.name)) return [];
  return [
    {
      ...{ code: 'unused-form', file: formFileOf(form), line: 1 },
      message: `the definition names no form \`${form.name}\``,
      hint: `Write \`form: ${form.name}\` where it is filled in, or leave the form out.`,
    },
  ];
}

function readFolders({ workflowsDir, names, processes = [], forms: own = [], ...folders }: LintInput): Folders {
  const configuration = readConfiguration(folders);
  const files = readYamlFiles(workflowsDir);
  const forms = files.filter((file) => file.name.startsWith('forms/'));
  const parsed = files
    .filter((file) => !file.name.startsWith('forms/'))
    .map((file) => parseProcess(file.text, `workflows/${file.name}`));
  const definitions = parsed.flatMap((result) => (result.ok ? [result.value] : []));
  const known = {
    ...names,
    forms: new Set([...forms.map((file) => stemOf(file)), ...own.map(({ name }) => name)]),
    formFields: fieldsOf([...forms.map((file) => ({ name: stemOf(file), source: file.text })), ...own]),
    processes: new Set([...processes, ...definitions.map((definition) => definition.process)]),
    ladders: new Set(['none', ...Object.keys(configuration.ladders)]),
    roles: configuration.roles,
    laws: configuration.laws.keys(),
  };
  return {
    definitions,
    forms,
    configuration,
    known,
    problems: parsed.flatMap((result) => (result.ok ? [] : result.problems)),
  };
}

function fieldsOf(forms: readonly FormSource[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    forms.map((form) => {
      const { properties } = readForm(form).schema;
      return [form.name, new Set(Object.keys(typeof properties === 'object' ? (properties ?? {}) : {}))];
    }),
  );
}

function definitionProblems(definition: ProcessDefinition, known: KnownNames, input: GateInput): Problem[] {
  const compiled = compileProcess(definition);
  return [
    ...(compiled.ok ? [] : compiled.problems),
    ...checkReferences(definition, known),
    ...checkGate(definition, input),
  ];
}

/** The tables with the thresholds of their files; those of regions are proved by themselves. */
function readyTables(tables: Configuration['tables']): ReadonlyMap<string, DecisionTable> {
  return new Map(
    [...tables].flatMap(([name, { definition }]) => {
      const ready = decisionTable(definition);
      return ready.ok ? [[name, ready.value]] : [];
    }),
  );
}

/** What the gate should know of the other definitions and of the people there are. */
function gateInput(
  definition: ProcessDefinition,
  all: readonly ProcessDefinition[],
  { tables }: Configuration,
  { staffingOf }: LintInput,
): GateInput {
  const staffing = staffingOf?.(relationsIn(definition.root));
  const world = { inputs: givenInputs(definition, all), tables: readyTables(tables) };
  return { ...world, ...(staffing === undefined ? {} : { staffing }) };
}

function relationsIn({ task, states }: StateSpec): readonly string[] {
  const own = task === undefined ? [] : [task.assignee.organisation];
  return [...own, ...Object.values(states).flatMap(relationsIn)];
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
