import { UserError } from '../errors/user.error.js';

/** Thrown when an upload carries no file; the caller sends multipart/form-data with the field `file`. */
export class UploadMissingError extends UserError {
  constructor() {
    super({
      code: 'platform.upload-missing',
      status: 400,
      zh: '没有收到文件；请以 multipart/form-data 的 file 字段上传。',
      en: 'No file was received; send multipart/form-data with the field "file".',
      fields: [{ field: '/file', rule: 'required', zh: '必填', en: 'required' }],
    });
  }
}
