/** Part of an OpenAPI document that the matrix reads. */
export interface ApiSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly example?: unknown;
  readonly items?: ApiSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ApiSchema>>;
}

interface ApiParameter {
  readonly name: string;
  readonly in: string;
  readonly schema: ApiSchema;
}

export interface ApiOperation {
  readonly 'x-access'?: Access;
  readonly parameters?: readonly ApiParameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: ApiSchema }>> };
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, ApiSchema>> };
}

/** Who may call an operation, as its controller declares. */
export type Access =
  | { readonly kind: 'public' | 'signed-in' | 'record' }
  | { readonly kind: 'permission'; readonly permission: string };

/** One endpoint of the API. */
export interface Endpoint {
  /** `post /api/v1/tasks/{id}/return` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: Access;
  /** Names of the path's parts with the type of each. */
  readonly parts: readonly { readonly name: string; readonly isNumber: boolean }[];
  readonly body: ApiSchema | null;
}

/** Reads every endpoint; one without a declared access has none here, and the caller's assertion fails. */
export function endpointsOf({ paths }: ApiDocument): readonly Endpoint[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method} ${path}`,
      method: method.toUpperCase(),
      path,
      access: operation['x-access'] ?? fail(`${method} ${path} declares nobody`),
      parts: (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'path')
        .map(({ name, schema }) => ({ name, isNumber: schema.type === 'number' || schema.type === 'integer' })),
      body: operation.requestBody?.content['application/json']?.schema ?? null,
    })),
  );
}

/** The address with its parts filled in. */
export function addressOf({ path }: Endpoint, values: Readonly<Record<string, string | number>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name] ?? '')));
}

/** The smallest body that has the shape which the document asks for. */
export function sampleOf({ components }: Pick<ApiDocument, 'components'>, schema: ApiSchema): unknown {
  const known = schema.$ref === undefined ? schema : components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  return known ? (known.enum?.[0] ?? known.example ?? sampleOfType(components, known)) : null;
}

function sampleOfType(components: ApiDocument['components'], schema: ApiSchema): unknown {
  const { type = 'object', items = {}, minItems = 1, required = [], properties = {} } = schema;
  switch (type) {
    case 'array':
      return Array.from({ length: minItems }, () => sampleOf({ components }, items));
    case 'object':
      return Object.fromEntries(required.map((name) => [name, sampleOf({ components }, properties[name] ?? {})]));
    case 'boolean':
      return true;
    case 'string':
      return sampleText(schema);
    default:
      return schema.minimum ?? 1;
  }
}

function sampleText({ format, minLength = 1 }: ApiSchema): string {
  if (format === 'date') return '2026-03-02';
  if (format === 'date-time') return '2026-03-02T01:00:00.000Z';
  return 'x'.repeat(Math.max(1, minLength));
}

function fail(message: string): never {
  throw new TypeError(message);
}
