import { isJsonObject, type Json, type JsonObject, openYaml, type Problem } from '#libs/kernel';
import { readYamlFiles } from './yaml.files.js';

/** What a region may set. */
export const REGION_KEYS = ['parameters', 'decisions', 'ladders', 'calendars', 'roles', 'notifications'] as const;
export type RegionKey = (typeof REGION_KEYS)[number];

/** 地区配置: the file of one province, city or county, e.g. `config/regions/511921.yaml`. */
export interface RegionOverlay {
  /** Code of the division: 2 digits for a province, 4 for a city, 6 for a county. */
  readonly code: string;
  readonly file: string;
  readonly content: JsonObject;
  lineOf(pointer: string): number;
}

/** The overlays that could be read, and what is wrong with the others. */
export interface RegionFiles {
  readonly overlays: readonly RegionOverlay[];
  readonly problems: readonly Problem[];
}

export function readRegions(regionsDir: string): RegionFiles {
  const read = readYamlFiles(regionsDir).map(({ name, text }) => parseRegion(name, text));
  return { overlays: read.flatMap(({ overlays }) => overlays), problems: read.flatMap(({ problems }) => problems) };
}

export function parseRegion(name: string, text: string): RegionFiles {
  const file = `config/regions/${name}`;
  const { root, lines, problems } = openYaml(text, file);
  if (!problems.isEmpty) return { overlays: [], problems: problems.all };
  const content = root.json();
  if (content === null) return { overlays: [], problems: [] };
  if (!isJsonObject(content)) {
    const message = 'a region is a map of what it sets';
    return {
      overlays: [],
      problems: [{ code: 'wrong-shape', file, line: 1, message, hint: `Known keys: ${REGION_KEYS.join(', ')}.` }],
    };
  }
  const code = name.replace(/\.yaml$/, '');
  return { overlays: [{ code, file, content, lineOf: (pointer) => lineAt(lines, pointer) }], problems: [] };
}

/** The line of a part, or of the nearest part around it. */
function lineAt(lines: ReadonlyMap<string, number>, pointer: string): number {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const line = lines.get(at);
    if (line !== undefined) return line;
  }
  return 1;
}

/** A value at a path of keys; undefined where there is none. */
export function valueAt(content: JsonObject, path: readonly string[]): Json | undefined {
  let value: Json | undefined = content;
  for (const key of path) value = isJsonObject(value) ? value[key] : undefined;
  return value;
}

/** The map at a path of keys; empty where there is none. */
export function mapAt(content: JsonObject, path: readonly string[]): JsonObject {
  const value = valueAt(content, path);
  return isJsonObject(value) ? value : {};
}
