import { Injectable } from '@nestjs/common';
import {
  decisionTable,
  type Json,
  type JsonObject,
  parseProcess,
  type ProcessDefinition,
  resolveParameters,
} from '#libs/kernel';
import { DirectoriesConfig } from '#libs/platform';
import type { BundleContent, PinnedDecision } from './bundle.js';
import { BadDefinitionError } from './definition.error.js';
import { type FormSource, namesForm, readForm } from './form.source.js';
import { withOrder } from './form.order.js';
import {
  type Configuration,
  configurationProblems,
  decisionUseProblems,
  laddersIn,
  readConfiguration,
} from './configuration.files.js';
import { parseYaml, readYamlFiles, type YamlFile } from './yaml.files.js';

/** A process as its source says: a draft under workflows/, or a published version. */
export interface CatalogEntry {
  readonly file: YamlFile;
  readonly definition: ProcessDefinition;
  /** Forms that it brings along; they come before those of the folder. */
  readonly forms?: readonly FormSource[];
}

const FORMS = 'forms/';

/** The drafts: files under workflows/ as they were at boot, with the forms, ladders and regional values of now. */
@Injectable()
export class DefinitionCatalog {
  private readonly entries: ReadonlyMap<string, CatalogEntry>;
  private readonly forms: ReadonlyMap<string, JsonObject>;
  private readonly configuration: Configuration;

  constructor(directories: DirectoriesConfig) {
    const files = readYamlFiles(directories.workflowsDir);
    this.entries = new Map(files.filter(isProcess).map((file) => entryOf(file)));
    this.forms = new Map(
      files
        .filter((file) => file.name.startsWith(FORMS))
        .map((file) => [stemOf(file.name), withOrder(parseYaml(file))]),
    );
    this.configuration = readConfiguration(directories);
    const definitions = this.processes().map(({ definition }) => definition);
    const problems = configurationProblems(this.configuration, definitions);
    if (problems.length > 0) throw new BadDefinitionError(problems);
  }

  processes(): readonly CatalogEntry[] {
    return [...this.entries.values()];
  }

  formNames(): ReadonlySet<string> {
    return new Set(this.forms.keys());
  }

  ladderNames(): ReadonlySet<string> {
    return new Set(['none', ...Object.keys(this.configuration.ladders)]);
  }

  draft(process: string): CatalogEntry | undefined {
    return this.entries.get(process);
  }

  form(name: string): JsonObject | undefined {
    return this.forms.get(name);
  }

  /** What an instance started now in that division is pinned to. The nearest region's value wins. */
  bundleContent(entry: CatalogEntry, divisionCode: string): BundleContent {
    const { process } = entry.definition;
    const { regions } = this.configuration;
    const calendars = regions.calendars(divisionCode);
    const resolved = resolveParameters(
      entry.definition,
      declaredOnly(entry.definition, regions.values(divisionCode, 'parameters', process)),
    );
    if (!resolved.ok) throw new BadDefinitionError(resolved.problems);
    return {
      process,
      version: entry.definition.version,
      file: entry.file.name,
      source: entry.file.text,
      forms: this.formsOf(entry),
      parameters: asParameters(resolved.value),
      ladders: { ...this.configuration.ladders, ...laddersIn(regions.values(divisionCode, 'ladders')) },
      ...(calendars.length > 0 ? { calendars } : {}),
      ...this.decisionsOf(entry.definition, divisionCode),
    };
  }

  /** The tables that the process asks, with the thresholds of the division; nothing where it asks none. */
  private decisionsOf(definition: ProcessDefinition, divisionCode: string): Pick<BundleContent, 'decisions'> {
    const names = [...new Set(Object.values(definition.decisions ?? {}).map(({ table }) => table))];
    const pinned = names.map((name): [string, PinnedDecision] => {
      const file = this.configuration.tables.get(name);
      if (!file) throw new BadDefinitionError(decisionUseProblems(this.configuration, definition));
      const table = decisionTable(file.definition, this.configuration.regions.values(divisionCode, 'decisions', name));
      if (!table.ok) throw new BadDefinitionError(table.problems);
      return [name, { file: file.definition.file, source: file.source, parameters: table.value.parameters }];
    });
    return pinned.length > 0 ? { decisions: Object.fromEntries(pinned) } : {};
  }

  /** Every form whose name stands in the definition. */
  private formsOf({ file, forms = [] }: CatalogEntry): Record<string, JsonObject> {
    const own = forms.map((form) => [form.name, readForm(form).schema] as const);
    return Object.fromEntries([...this.forms, ...own].filter(([name]) => namesForm(file.text, name)));
  }
}

function isProcess(file: YamlFile): boolean {
  return !file.name.startsWith(FORMS);
}

function stemOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1, -'.yaml'.length);
}

function entryOf(file: YamlFile): [string, CatalogEntry] {
  const parsed = parseProcess(file.text, `workflows/${file.name}`);
  if (!parsed.ok) throw new BadDefinitionError(parsed.problems);
  return [parsed.value.process, { file, definition: parsed.value }];
}

/** A region's values are checked against the drafts; an earlier version need not have all of their parameters. */
function declaredOnly(definition: ProcessDefinition, values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in definition.parameters));
}

function asParameters(value: JsonObject): Record<string, Json> {
  return { ...value };
}
