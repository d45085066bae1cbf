import { join } from 'node:path';
import { checkDecisionUse, type JsonObject, parseProcess, type Problem, type ProcessDefinition } from '#libs/kernel';
import { type DecisionFile, decisionFindings, readDecisions, unknownLaws } from './decision.files.js';
import type { Ladder } from './ladder.js';
import { ladderFaults } from './ladder.check.js';
import { LawBook } from './law.book.js';
import { RegionBook } from './region.book.js';
import { regionProblems, type RegionSurroundings } from './region.check.js';
import { mapAt, readRegions } from './region.overlay.js';
import { parseYaml, readYamlFiles } from './yaml.files.js';

/** Where configuration is read. */
export interface ConfigurationFolders {
  readonly configDir: string;
  /** `regions` below `configDir` unless set. */
  readonly regionsDir?: string;
}

/** What stands under config/ that processes depend on. */
export interface Configuration {
  readonly regions: RegionBook;
  readonly tables: ReadonlyMap<string, DecisionFile>;
  readonly ladders: Readonly<Record<string, Ladder>>;
  readonly roles: ReadonlySet<string>;
  /** Names of the files of config/calendars. */
  readonly calendars: ReadonlySet<string>;
  readonly laws: LawBook;
  /** Files that could not be read. */
  readonly problems: readonly Problem[];
}

export function readConfiguration({ configDir, regionsDir }: ConfigurationFolders): Configuration {
  const regions = readRegions(regionsDir ?? join(configDir, 'regions'));
  const { tables, problems } = readDecisions(configDir);
  return {
    regions: new RegionBook(regions.overlays),
    tables,
    ladders: laddersIn(mapIn(configDir, 'escalations.yaml', 'ladders')),
    roles: new Set(Object.keys(mapIn(configDir, 'roles.yaml', 'roles'))),
    calendars: new Set(readYamlFiles(join(configDir, 'calendars')).map(({ name }) => name.replace(/\.yaml$/, ''))),
    laws: new LawBook(configDir),
    problems: [...regions.problems, ...problems],
  };
}

/** The processes of a folder that can be read; `lintDefinitions` says what is wrong with the others. */
export function readDefinitions(workflowsDir: string): readonly ProcessDefinition[] {
  return readYamlFiles(workflowsDir)
    .filter(({ name }) => !name.startsWith('forms/'))
    .flatMap(({ name, text }) => {
      const parsed = parseProcess(text, `workflows/${name}`);
      return parsed.ok ? [parsed.value] : [];
    });
}

/** Everything that is wrong under config/, and in how these processes use it. */
export function configurationProblems(
  configuration: Configuration,
  definitions: readonly ProcessDefinition[],
): readonly Problem[] {
  const { tables, regions, ladders, roles, laws, problems } = configuration;
  const definitionsOfTables = [...tables.values()].map(({ definition }) => definition);
  return [
    ...problems,
    ...definitionsOfTables.flatMap((table) => [...decisionFindings(table), ...unknownLaws(table, laws)]),
    ...ladderProblems(ladders, roles),
    ...regionProblems(regions.overlays, surroundings(configuration, definitions)),
    ...definitions.flatMap((definition) => decisionUseProblems(configuration, definition)),
  ];
}

/** What the regions set for one process that may not stand in the folder yet. */
export function regionValueProblems(configuration: Configuration, definition: ProcessDefinition): readonly Problem[] {
  const { overlays } = configuration.regions;
  return regionProblems(overlays, surroundings(configuration, [definition])).filter(
    ({ code }) => code !== 'unknown-process',
  );
}

/** How one process uses the tables. */
export function decisionUseProblems({ tables }: Configuration, definition: ProcessDefinition): readonly Problem[] {
  return checkDecisionUse(definition, new Map([...tables].map(([name, file]) => [name, file.definition])));
}

function surroundings(
  { tables, ladders, roles, calendars, laws }: Configuration,
  definitions: readonly ProcessDefinition[],
): RegionSurroundings {
  return {
    definitions,
    tables: [...tables.values()].map(({ definition }) => definition),
    ladders: new Set(Object.keys(ladders)),
    roles,
    calendars,
    laws,
  };
}

/** Ladders by name; `configurationProblems` says where their shape is wrong. */
export function laddersIn(map: JsonObject): Readonly<Record<string, Ladder>> {
  return map as unknown as Readonly<Record<string, Ladder>>;
}

function ladderProblems(ladders: Configuration['ladders'], roles: ReadonlySet<string>): Problem[] {
  return Object.entries(ladders).flatMap(([name, ladder]) =>
    // A ladder is JSON as it was read; its interface merely lacks an index signature.
    ladderFaults(ladder as unknown as JsonObject, roles).map(({ at, code, message, hint }) => ({
      code,
      file: 'config/escalations.yaml',
      line: 1,
      message: `${name}${at}: ${message}`,
      hint,
    })),
  );
}

function mapIn(configDir: string, name: string, key: string): JsonObject {
  const file = readYamlFiles(configDir).find((candidate) => candidate.name === name);
  return file === undefined ? {} : mapAt(parseYaml(file), [key]);
}
