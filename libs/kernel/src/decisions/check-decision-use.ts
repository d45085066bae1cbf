import { DefinitionIndex, expressionsOf } from '../definition/definition-index.js';
import type { DecisionUse, ProcessDefinition } from '../definition/language.js';
import type { Problem } from '../definition/problem.js';
import { ProblemList } from '../definition/problem-list.js';
import { suggest } from '../definition/suggest.js';
import { vocabularyOf } from '../definition/vocabulary.js';
import { analyseExpression } from '../expressions/analyse-expression.js';
import type { DecisionDefinition } from './decision.js';

/** That the tables which a process asks exist, get every input, and have the outputs that it reads. */
export function checkDecisionUse(
  definition: ProcessDefinition,
  tables: ReadonlyMap<string, DecisionDefinition>,
): Problem[] {
  const index = new DefinitionIndex(definition);
  const problems = new ProblemList(definition.file);
  for (const [name, use] of Object.entries(definition.decisions ?? {})) {
    const at = `/decisions/${name}`;
    const table = tables.get(use.table);
    if (table === undefined) {
      problems.add(
        'unknown-decision',
        index.lineOf(`${at}/table`),
        `there is no decision table named \`${use.table}\``,
        suggest(use.table, tables.keys(), 'Write it under config/decisions, or correct the name.'),
      );
      continue;
    }
    checkInputs(use, table, (code, pointer, message, hint) =>
      problems.add(code, index.lineOf(`${at}${pointer}`), message, hint),
    );
    checkReadings(index, name, table, problems);
  }
  return [...problems.all];
}

type Add = (code: string, pointer: string, message: string, hint: string) => void;

function checkInputs(use: DecisionUse, table: DecisionDefinition, add: Add): void {
  const inputs = Object.keys(table.inputs);
  for (const input of inputs) {
    if (!(input in use.with))
      add(
        'missing-key',
        '/with',
        `the table ${use.table} asks for \`${input}\`, and nothing is given`,
        `Add \`${input}: …\` to \`with\`.`,
      );
  }
  for (const input of Object.keys(use.with)) {
    if (!inputs.includes(input))
      add(
        'unknown-name',
        `/with/${input}`,
        `the table ${use.table} has no input \`${input}\``,
        suggest(input, inputs, 'Remove it.'),
      );
  }
}

function checkReadings(index: DefinitionIndex, name: string, table: DecisionDefinition, problems: ProblemList): void {
  const outputs = Object.keys(table.outputs);
  const known = new Set(vocabularyOf(index.definition).names.keys());
  for (const { text, pointer } of [...index.states.values()].flatMap(expressionsOf)) {
    for (const { path } of analyseExpression(text, known).readings) {
      const member = path[1];
      if (path[0] !== name || member === undefined || outputs.includes(member)) continue;
      problems.add(
        'unknown-name',
        index.lineOf(pointer),
        `the table ${table.decision} has no output \`${member}\`, which the expression ${JSON.stringify(text)} reads`,
        suggest(member, outputs, 'Read an output of the table.'),
      );
    }
  }
}
