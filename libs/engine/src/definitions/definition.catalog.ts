import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type Json, type JsonObject, parseProcess, type ProcessDefinition, resolveParameters } from '#libs/kernel';
import { DirectoriesConfig } from '#libs/platform';
import type { BundleContent } from './bundle.js';
import { BadDefinitionError } from './definition.error.js';
import { withOrder } from './form.order.js';
import type { Ladder } from './ladder.js';
import { parseYaml, readYamlFiles, type YamlFile } from './yaml.files.js';

/** A process as its source says: a draft under workflows/, or a published version. */
export interface CatalogEntry {
  readonly file: YamlFile;
  readonly definition: ProcessDefinition;
}

const FORMS = 'forms/';
const NATION_DIGITS = [2, 4, 6];

/** The drafts: files under workflows/ as they were at boot, with the forms, ladders and regional values of now. */
@Injectable()
export class DefinitionCatalog {
  private readonly entries: ReadonlyMap<string, CatalogEntry>;
  private readonly forms: ReadonlyMap<string, JsonObject>;
  private readonly ladders: Readonly<Record<string, Ladder>>;
  private readonly regions: ReadonlyMap<string, JsonObject>;

  constructor(directories: DirectoriesConfig) {
    const files = readYamlFiles(directories.workflowsDir);
    this.entries = new Map(files.filter(isProcess).map((file) => entryOf(file)));
    this.forms = new Map(
      files
        .filter((file) => file.name.startsWith(FORMS))
        .map((file) => [stemOf(file.name), withOrder(parseYaml(file))]),
    );
    this.ladders = readLadders(directories.configDir);
    this.regions = readRegions(directories.configDir);
  }

  processes(): readonly CatalogEntry[] {
    return [...this.entries.values()];
  }

  formNames(): ReadonlySet<string> {
    return new Set(this.forms.keys());
  }

  ladderNames(): ReadonlySet<string> {
    return new Set(['none', ...Object.keys(this.ladders)]);
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
    const resolved = resolveParameters(entry.definition, this.overrides(process, divisionCode));
    if (!resolved.ok) throw new BadDefinitionError(resolved.problems);
    return {
      process,
      version: entry.definition.version,
      file: entry.file.name,
      source: entry.file.text,
      forms: this.formsOf(entry.file.text),
      parameters: asParameters(resolved.value),
      ladders: this.ladders,
    };
  }

  private overrides(process: string, divisionCode: string): JsonObject {
    const nearestLast = NATION_DIGITS.map((digits) => this.regions.get(divisionCode.slice(0, digits)));
    return nearestLast.reduce<JsonObject>(
      (all, region) => ({ ...all, ...memberOf(memberOf(region, 'parameters'), process) }),
      {},
    );
  }

  /** Every form whose name stands in the definition: cheaper than walking it, and never too few. */
  private formsOf(source: string): Record<string, JsonObject> {
    const named = [...this.forms].filter(([name]) => new RegExp(`form:\\s*['"]?${name}['"]?\\s*[,}\\n#]`).test(source));
    return Object.fromEntries(named);
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

function readLadders(configDir: string): Record<string, Ladder> {
  const file = readYamlFiles(configDir).find(({ name }) => name === 'escalations.yaml');
  const ladders = file ? parseYaml(file)['ladders'] : {};
  // Checked by config/escalations.schema of the deadlines library at lint; here only its shape is needed.
  return (ladders ?? {}) as unknown as Record<string, Ladder>;
}

function readRegions(configDir: string): ReadonlyMap<string, JsonObject> {
  return new Map(readYamlFiles(join(configDir, 'regions')).map((file) => [stemOf(file.name), parseYaml(file)]));
}

function memberOf(value: Json | undefined, key: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const member = (value as JsonObject)[key];
  return typeof member === 'object' && member !== null && !Array.isArray(member) ? (member as JsonObject) : {};
}

function asParameters(value: JsonObject): Record<string, Json> {
  return { ...value };
}
