import { join } from 'node:path';
import {
  checkDecision,
  type DecisionDefinition,
  decisionTable,
  lineIn,
  type JsonObject,
  parseDecision,
  type Problem,
  suggest,
} from '#libs/kernel';
import type { LawBook } from './law.book.js';
import { readYamlFiles } from './yaml.files.js';

/** A decision table with the text that it was read from. */
export interface DecisionFile {
  readonly definition: DecisionDefinition;
  readonly source: string;
}

/** The tables of config/decisions by name, and what is wrong with those that could not be read. */
export interface DecisionFiles {
  readonly tables: ReadonlyMap<string, DecisionFile>;
  readonly problems: readonly Problem[];
}

export function readDecisions(configDir: string): DecisionFiles {
  const tables = new Map<string, DecisionFile>();
  const problems: Problem[] = [];
  for (const { name, text } of readYamlFiles(join(configDir, 'decisions'))) {
    const parsed = parseDecision(text, `config/decisions/${name}`);
    if (!parsed.ok) problems.push(...parsed.problems);
    else if (tables.has(parsed.value.decision)) problems.push(twiceNamed(parsed.value));
    else tables.set(parsed.value.decision, { definition: parsed.value, source: text });
  }
  return { tables, problems };
}

/** Gaps, overlaps and dead rules with the thresholds as they stand in the file, or as a region sets them. */
export function decisionFindings(definition: DecisionDefinition, overrides: JsonObject = {}): readonly Problem[] {
  const table = decisionTable(definition, overrides);
  return table.ok ? checkDecision(table.value) : table.problems;
}

/** Laws that a table names and config/law does not have. */
export function unknownLaws(definition: DecisionDefinition, laws: LawBook): readonly Problem[] {
  const { law, parameters, rules, file } = definition;
  const uses: readonly (readonly [pointer: string, law: string | undefined])[] = [
    ...law.map((name, index) => [`/law/${index}`, name] as const),
    ...Object.entries(parameters).map(([name, spec]) => [`/parameters/${name}/law`, spec.law] as const),
    ...rules.map((rule, index) => [`/rules/${index}/law`, rule.law] as const),
  ];
  return uses.flatMap(([pointer, name]) =>
    name === undefined || laws.find(name) !== null
      ? []
      : [
          {
            code: 'unknown-law',
            file,
            line: lineIn(definition, pointer),
            message: `there is no law named \`${name}\``,
            hint: suggest(name, laws.keys(), 'Add it to config/law, or correct the id.'),
          },
        ],
  );
}

function twiceNamed({ decision, file, lines }: DecisionDefinition): Problem {
  return {
    code: 'decision-twice',
    file,
    line: lines['/decision'] ?? 1,
    message: `there is another table named \`${decision}\``,
    hint: 'Give one of them another name.',
  };
}
