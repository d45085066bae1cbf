import { UserError } from '../errors/user.error.js';

/** Thrown when an uploaded file is over the limit; the caller sends a smaller one. */
export class FileTooLargeError extends UserError {
  constructor(limit: number) {
    super({
      code: 'platform.file-too-large',
      status: 413,
      zh: `文件超过上限 ${limit} 字节;请压缩或分开上传。`,
      en: `The file is over the limit of ${limit} bytes. Compress or split it.`,
      details: { limit },
      fields: [{ field: '/file', rule: 'maxBytes', zh: `不得超过 ${limit} 字节`, en: `at most ${limit} bytes` }],
    });
  }
}

/** Thrown when a file's content is of a kind that is not kept; the caller sends PDF, picture, office document or text. */
export class FileTypeRefusedError extends UserError {
  constructor(mediaType: string) {
    super({
      code: 'platform.file-type-refused',
      status: 415,
      zh: `文件内容类型为 ${mediaType},不予接收;请上传 PDF、图片、Office 文档或文本。`,
      en: `Content of type ${mediaType} is not accepted; send PDF, a picture, an office document or text.`,
      details: { mediaType },
      fields: [{ field: '/file', rule: 'mediaType', zh: '文件类型不在允许范围', en: 'media type not accepted' }],
    });
  }
}
