import { parameterFault } from '../values/parameter-fault.js';
import { DefinitionIndex } from './definition-index.js';
import type { JsonObject, ProcessDefinition } from './language.js';
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
    const fault = parameterFault(name, value, spec);
    if (fault !== null) problems.add(fault.code, line, fault.message, fault.hint);
  }
  if (!problems.isEmpty) return { ok: false, problems: problems.all };
  const defaults = Object.fromEntries(
    Object.entries(definition.parameters).map(([name, spec]) => [name, spec.default]),
  );
  return { ok: true, value: { ...defaults, ...overrides } };
}
