import { type JsonObject, type Problem, type ProcessDefinition, resolveParameters } from '#libs/kernel';
import { parseYaml, type YamlFile } from '../../definitions/yaml.files.js';

/** What a region sets: parameters that exist, each of its type and within what the law allows. */
export function regionProblems(regions: readonly YamlFile[], definitions: readonly ProcessDefinition[]): Problem[] {
  const published = new Map(definitions.map((definition) => [definition.process, definition]));
  return regions.flatMap((region) => {
    const file = { ...region, name: `config/regions/${region.name}` };
    return Object.entries(objectOf(parseYaml(file)['parameters'])).flatMap(([process, values]) => {
      const definition = published.get(process);
      return definition ? valueProblems(file, definition, objectOf(values)) : [unknownProcess(file, process)];
    });
  });
}

/** One value at a time, so that each problem names its own line. */
function valueProblems(file: YamlFile, definition: ProcessDefinition, values: JsonObject): Problem[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const resolved = resolveParameters(definition, { [name]: value });
    if (resolved.ok) return [];
    const line = lineOf(file, name, lineOf(file, definition.process));
    return resolved.problems.map((problem) => ({ ...problem, file: file.name, line }));
  });
}

function unknownProcess(file: YamlFile, process: string): Problem {
  return {
    code: 'unknown-process',
    file: file.name,
    line: lineOf(file, process),
    message: `there is no process named \`${process}\``,
    hint: 'Name a process that stands under workflows/, or remove it.',
  };
}

/** The first line, not before `from`, that begins with the key. */
function lineOf({ text }: YamlFile, key: string, from = 1): number {
  return text.split('\n').findIndex((line, index) => index + 1 >= from && line.trimStart().startsWith(`${key}:`)) + 1;
}

function objectOf(value: unknown): JsonObject {
  // parseYaml gives JSON alone.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
