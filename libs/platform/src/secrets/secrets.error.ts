import { DefectError } from '../errors/defect.error.js';

/** Thrown when a text was sealed with a key that the configuration no longer names; the operator adds it again. */
export class UnknownDataKeyError extends DefectError {
  constructor(keyId: string) {
    super({
      code: 'platform.unknown-data-key',
      zh: `密文使用的密钥“${keyId}”不在 SANSHE_DATA_KEYS 中；请把该密钥加回列表末尾，重新加密完成后再移除。`,
      en: `A text was sealed with the key "${keyId}", which SANSHE_DATA_KEYS does not name; add it at the end of the list until everything is sealed anew.`,
      details: { keyId },
    });
  }
}

/** Thrown when a sealed text was changed, moved to another place, or never was one; somebody has touched the database. */
export class BrokenSealError extends DefectError {
  constructor(context: string, cause?: unknown) {
    super({
      code: 'platform.broken-seal',
      zh: `“${context}”的密文已损坏或被改动，无法解密；请从备份恢复该记录并检查数据库访问。`,
      en: `A sealed text of "${context}" is damaged or was changed and cannot be opened; restore the record and look into who has access to the database.`,
      details: { context },
      cause,
    });
  }
}
