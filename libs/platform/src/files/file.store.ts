import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { DirectoriesConfig } from '../config/directories.config.js';
import { FileTooLargeError, FileTypeRefusedError } from './file.error.js';

export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  /** Found in the content, never taken from the name. */
  readonly mediaType: string;
}

/** What officers attach: scans, office documents, plain text and tables. */
const ACCEPTED = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/zip',
  'application/x-cfb',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'text/plain',
]);

/** Content-addressed files on disk: the same bytes are kept once, and a changed byte is another file. */
@Injectable()
export class FileStore {
  constructor(private readonly directories: DirectoriesConfig) {}

  async put(content: Buffer, limitBytes: number): Promise<StoredFile> {
    if (content.length > limitBytes) throw new FileTooLargeError(limitBytes);
    const mediaType = await mediaTypeOf(content);
    if (!ACCEPTED.has(mediaType)) throw new FileTypeRefusedError(mediaType);
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.write(sha256, content);
    return { sha256, size: content.length, mediaType };
  }

  open(sha256: string): ReadStream {
    return createReadStream(this.pathOf(sha256));
  }

  private async write(sha256: string, content: Buffer): Promise<void> {
    const path = this.pathOf(sha256);
    const exists = await stat(path).then(
      () => true,
      () => false,
    );
    if (exists) return;
    await mkdir(join(path, '..'), { recursive: true });
    const temporary = `${path}.${randomUUID()}`;
    try {
      await writeFile(temporary, content, { flag: 'wx', flush: true });
      await rename(temporary, path);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  private pathOf(sha256: string): string {
    return join(this.directories.dataDir, 'files', sha256.slice(0, 2), sha256);
  }
}

async function mediaTypeOf(content: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(content);
  if (found) return found.mime;
  return isText(content) ? 'text/plain' : 'application/octet-stream';
}

function isText(content: Buffer): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return content.length > 0;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
