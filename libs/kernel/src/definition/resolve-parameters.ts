import { boundProblem } from '../values/bounds.js';
import { isOfType, TYPE_EXAMPLES } from '../values/value-type.js';
import { DefinitionIndex } from './definition-index.js';
import type { Json, JsonObject, ParameterSpec, ProcessDefinition } from './language.js';
import type { Result } from './problem.js';
import { ProblemList } from './problem-list.js';
import { suggest } from './suggest.js';

/**
 * The parameters of an instance: defaults, overridden by what its region sets. A value of another type or outside
 * of what the law allows is refused; the problem names the law.
 */
export function resolveParameters(definition: ProcessDefinition, overrides: JsonObject): Result<JsonObject> {
  const index = new DefinitionIndex(definition);
  const problems = new ProblemList(definition.file);
  const known = Object.keys(definition.parameters);
  for (const [name, value] of Object.entries(overrides)) {
    const spec = definition.parameters[name];
    const line = index.lineOf(`/parameters/${name}`);
    if (spec === undefined) {
      problems.add(
        'unknown-name',
        index.lineOf('/parameters'),
        `the process ${definition.process} has no parameter \`${name}\``,
        suggest(name, known, 'Remove it from the configuration.'),
      );
      continue;
    }
    checkValue(problems, line, name, { value, spec });
  }
  if (!problems.isEmpty) return { ok: false, problems: problems.all };
  const defaults = Object.fromEntries(
    Object.entries(definition.parameters).map(([name, spec]) => [name, spec.default]),
  );
  return { ok: true, value: { ...defaults, ...overrides } };
}

function checkValue(
  problems: ProblemList,
  line: number,
  name: string,
  { value, spec }: { readonly value: Json; readonly spec: ParameterSpec },
): void {
  if (!isOfType(value, spec.type)) {
    problems.add(
      'wrong-type',
      line,
      `the parameter \`${name}\` is ${JSON.stringify(value)}, not a ${spec.type}`,
      `Write ${TYPE_EXAMPLES[spec.type]}.`,
    );
    return;
  }
  const problem = boundProblem(name, value, spec);
  if (problem !== null) problems.add(problem.code, line, problem.message, problem.hint);
}
