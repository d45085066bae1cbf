import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { BusinessClock, SystemClock } from '#libs/platform';
import { stampReceivedAt } from './received-at.hook.js';
import { addSecurityHeaders } from './security-headers.hook.js';
import { serveWeb } from './static-web.js';

const NOW = new Date('2026-01-05T01:00:00.000Z');

class FixedClock extends SystemClock {
  override now(): Date {
    return NOW;
  }
}

describe('the edge of the API', () => {
  let server: FastifyInstance;
  let address = '';
  const webDir = mkdtempSync(join(tmpdir(), 'sanshe-web-'));

  beforeAll(async () => {
    mkdirSync(join(webDir, 'assets'));
    writeFileSync(join(webDir, 'index.html'), '<title>三社</title>');
    writeFileSync(join(webDir, 'assets', 'app-1a2b.js'), 'export {};');
    server = fastify();
    stampReceivedAt(server, new BusinessClock(new FixedClock()));
    addSecurityHeaders(server);
    serveWeb(server, webDir);
    server.get('/api/v1/when', (request) => ({ receivedAt: request.receivedAt }));
    server.setNotFoundHandler((_request, reply) => reply.status(404).send({ code: 'platform.not-found' }));
    address = await server.listen({ host: '127.0.0.1', port: 0 });
  });

  afterAll(async () => {
    await server.close();
    rmSync(webDir, { recursive: true });
  });

  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${address}${path}`, { headers });

  it('stamps each request with the business time before anything else', async () => {
    expect(await (await get('/api/v1/when')).json()).toEqual({ receivedAt: NOW.toISOString() });
  });

  it('forbids scripts from elsewhere and caching of records', async () => {
    const { headers } = await get('/api/v1/when');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe-eval');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each(['/', '/projects/17?task=3', '/login'])('answers the page address %s with the application', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('三社');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('lets hashed files be kept for ever', async () => {
    expect((await get('/assets/app-1a2b.js')).headers.get('cache-control')).toContain('immutable');
  });

  it('compresses what gains by it and answers an unchanged file with 304', async () => {
    const first = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, br' });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect(await first.text()).toBe('export {};');
    const again = await get('/assets/app-1a2b.js', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it.each(['/api/v1/nothing', '/api', '/assets/gone.js', '/../secrets.json'])(
    'answers %s with a problem, never with a page',
    async (url) => {
      const response = await get(url);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('三社');
    },
  );
});
