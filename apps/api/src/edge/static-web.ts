import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readWebFiles, type WebFile } from './web-files.js';

const YEAR_SECONDS = 31_536_000;
const INDEX = '/index.html';

/** The built web application: files as they are; every other page address answers with index.html. */
export function serveWeb(server: FastifyInstance, webDir: string): void {
  const files = readWebFiles(webDir);
  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = pathOf(request.url);
    const file = files.get(path) ?? (isPageAddress(path) ? files.get(INDEX) : undefined);
    if (file) return send(file, path, { request, reply });
    reply.callNotFound();
    return reply;
  };
  server.get('/', answer);
  server.get('/*', answer);
}

function send(
  file: WebFile,
  path: string,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): FastifyReply {
  void reply.headers({ 'cache-control': cacheRule(path), etag: file.etag, vary: 'accept-encoding' }).type(file.type);
  if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  return takesGzip && file.gzip ? reply.header('content-encoding', 'gzip').send(file.gzip) : reply.send(file.body);
}

/** Pages have no file ending; a missing script or an unknown API address must not answer with a page. */
function isPageAddress(path: string): boolean {
  return path !== '/api' && !path.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(path);
}

/** Vite puts a content hash into the name of every file under assets/. */
function cacheRule(path: string): string {
  return path.startsWith('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
