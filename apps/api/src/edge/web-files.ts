import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSIBLE = /^(?:text\/|application\/json|image\/svg)/;
const HASH_LENGTH = 16;

/** One file of the built web application, ready to send. */
export interface WebFile {
  readonly type: string;
  readonly body: Buffer;
  /** Null where compression gains nothing. */
  readonly gzip: Buffer | null;
  readonly etag: string;
}

/** All files by address (`/assets/app-1a2b.js`). They are few and small: read and compressed once, at boot. */
export function readWebFiles(webDir: string): ReadonlyMap<string, WebFile> {
  if (!existsSync(join(webDir, 'index.html'))) return new Map();
  const paths = readdirSync(webDir, { recursive: true, encoding: 'utf8' }).map((name) => join(webDir, name));
  const files = paths.filter((path) => statSync(path).isFile() && !basename(path).startsWith('.'));
  return new Map(files.map((path) => [`/${relative(webDir, path).split(sep).join('/')}`, readWebFile(path)]));
}

function readWebFile(path: string): WebFile {
  const body = readFileSync(path);
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, HASH_LENGTH)}"`;
  return { type, body, gzip: COMPRESSIBLE.test(type) ? gzipSync(body) : null, etag };
}
