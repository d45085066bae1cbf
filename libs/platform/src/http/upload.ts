import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { UploadMissingError } from './upload-missing.error.js';

/** A request that may carry a file in the field `file`. */
export type UploadRequest = FastifyRequest & {
  file(options: object): Promise<MultipartFile | undefined>;
  isMultipart(): boolean;
};

export interface UploadedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** The body of an upload in the API document. */
export const UPLOAD_BODY = {
  schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
} as const;

/** One byte more than allowed is read: whoever keeps the file sees that it is too much, and says so with the limit. */
export async function uploadedFile(request: UploadRequest, limitBytes: number): Promise<UploadedFile> {
  if (!request.isMultipart()) throw new UploadMissingError();
  const limits = { fileSize: limitBytes + 1, files: 1 };
  const file = await request.file({ limits, throwFileSizeLimit: false });
  if (!file) throw new UploadMissingError();
  return { name: file.filename, content: await file.toBuffer() };
}
