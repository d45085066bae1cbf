import { describe, expect, it } from '@jest/globals';
import { useSystem } from '#support/system';

const system = await useSystem();

interface Operation {
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: readonly unknown[];
}

interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

const ROUTES = [
  'post /api/v1/sessions',
  'post /api/v1/sessions/refresh',
  'get /api/v1/me',
  'get /api/v1/tasks',
  'get /api/v1/tasks/{id}',
  'post /api/v1/tasks/{id}/actions/{event}',
  'post /api/v1/tasks/{id}/return',
  'post /api/v1/tasks/{id}/withdraw',
  'get /api/v1/cases/{id}',
  'get /api/v1/cases/{id}/history',
  'post /api/v1/cases/{id}/attachments',
  'get /api/v1/attachments/{id}',
  'post /api/v1/instances/{id}/events/{event}',
  'get /api/v1/projects',
  'post /api/v1/projects',
  'get /api/v1/projects/{id}',
  'get /api/v1/funds',
  'get /api/v1/projects/{id}/procurement',
  'post /api/v1/projects/{id}/service-logs',
  'get /api/v1/notifications',
  'get /api/v1/clock',
];

async function apiDocument(): Promise<ApiDocument> {
  const response = await fetch(`${system.address}/api/docs-json`);
  expect(response.status).toBe(200);
  return (await response.json()) as ApiDocument;
}

function operations({ paths }: ApiDocument): [string, Operation][] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [`${method} ${path}`, operation]),
  );
}

describe('API document', () => {
  it('is OpenAPI 3.1 and lists the routes', async () => {
    const document = await apiDocument();
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(operations(document).map(([name]) => name)).toEqual(expect.arrayContaining(ROUTES));
  });

  it('says of each route what it answers', async () => {
    const silent = operations(await apiDocument()).filter(([, { responses }]) => Object.keys(responses).length === 0);
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('refers only to schemas that are there', async () => {
    const document = await apiDocument();
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names.filter((name) => !(name && name in document.components.schemas)))).toEqual(new Set());
  });

  it('can be read by people', async () => {
    const page = await fetch(`${system.address}/api/docs`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
  });
});
