import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { JsonObject, Problem } from '#libs/kernel';
import { LineCounter, parseDocument } from 'yaml';
import { BadDefinitionError } from './definition.error.js';

export interface YamlFile {
  /** Path from the folder that was read, with forward slashes. */
  readonly name: string;
  readonly text: string;
}

/** All YAML files below a folder, in order of name, so that every process reads them alike. */
export function readYamlFiles(directory: string): YamlFile[] {
  if (!existsSync(directory)) return [];
  return walk(directory)
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ name: relative(directory, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

function walk(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

/** Parses one file into an object; a syntax error names file and line. */
export function parseYaml({ name, text }: YamlFile): JsonObject {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const problems: Problem[] = document.errors.map((error) => ({
    code: 'yaml-syntax',
    file: name,
    line: lines.linePos(error.pos[0]).line,
    message: error.message,
    hint: '请修正 YAML 语法。',
  }));
  if (problems.length > 0) throw new BadDefinitionError(problems);
  const value: unknown = document.toJS();
  if (isObject(value)) return value;
  throw new BadDefinitionError([
    { code: 'yaml-object', file: name, line: 1, message: '文件应为键值结构。', hint: '以“键: 值”书写。' },
  ]);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
