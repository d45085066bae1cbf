import { compileForm, type JsonObject, openYaml, type Problem } from '#libs/kernel';
import { withOrder } from './form.order.js';

/** A form that a definition brings along: it is pinned with that version and known to no other process. */
export interface FormSource {
  /** As `form:` names it. */
  readonly name: string;
  /** JSON Schema in YAML. */
  readonly source: string;
}

/** A form as it was read, and what is wrong with it. */
export interface ReadForm {
  readonly name: string;
  readonly schema: JsonObject;
  readonly problems: readonly Problem[];
}

/** Name of a form for messages. */
export function formFileOf({ name }: Pick<FormSource, 'name'>): string {
  return `forms/${name}.yaml`;
}

/** Reads and checks one form within the limits that hold for definitions: it comes from outside. */
export function readForm(form: FormSource): ReadForm {
  const file = formFileOf(form);
  const { root, problems } = openYaml(form.source, file);
  const content = problems.isEmpty ? root.json() : {};
  const schema = isObject(content) ? withOrder(content) : {};
  if (!problems.isEmpty) return { name: form.name, schema, problems: problems.all };
  if (!isObject(content)) return { name: form.name, schema, problems: [noSchema(file)] };
  const compiled = compileForm(schema, form.name);
  const found = compiled.ok ? [] : compiled.problems;
  return { name: form.name, schema, problems: found.map((problem) => ({ ...problem, file, line: problem.line || 1 })) };
}

function noSchema(file: string): Problem {
  return {
    ...{ code: 'wrong-shape', file, line: 1 },
    message: 'a form is a JSON Schema of an object',
    hint: 'Begin with `type: object` and `properties:`.',
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a definition names that form; cheaper than walking it, and never too few. */
export function namesForm(source: string, name: string): boolean {
  return new RegExp(`form:\\s*['"]?${name}['"]?\\s*[,}\\n#]`).test(source);
}
