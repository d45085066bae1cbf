import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  type CompiledProcess,
  compileProcess,
  type DecisionTable,
  decisionTable,
  type JsonObject,
  parseDecision,
  parseProcess,
} from '#libs/kernel';

const DECISIONS = join('config', 'decisions');

/** The tables of config/decisions with their own thresholds. */
export const TABLES: ReadonlyMap<string, DecisionTable> = new Map(
  readdirSync(DECISIONS).map((name) => {
    const parsed = parseDecision(readFileSync(join(DECISIONS, name), 'utf8'), name);
    const table = parsed.ok ? decisionTable(parsed.value, {}) : parsed;
    if (!table.ok) throw new TypeError(table.problems.map(({ message }) => `${name}: ${message}`).join('\n'));
    return [table.value.definition.decision, table.value];
  }),
);

/** Every definition that stands under workflows/, compiled. */
export function shippedDefinitions(): readonly CompiledProcess[] {
  const folders = readdirSync('workflows', { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'forms',
  );
  return folders.flatMap(({ name: folder }) =>
    readdirSync(join('workflows', folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => compiled(readFileSync(join('workflows', folder, name), 'utf8'), `workflows/${folder}/${name}`)),
  );
}

export function compiled(yaml: string, file = 'test.yaml'): CompiledProcess {
  const parsed = parseProcess(yaml, file);
  if (!parsed.ok)
    throw new TypeError(parsed.problems.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
  const result = compileProcess(parsed.value, TABLES);
  if (!result.ok) throw new TypeError(result.problems.map(({ message }) => message).join('\n'));
  return result.value;
}

/** Schema of a form of workflows/forms. */
export function formSchema(name: string): JsonObject {
  return parse(readFileSync(join('workflows', 'forms', `${name}.yaml`), 'utf8'));
}
