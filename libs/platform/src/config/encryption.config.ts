import { BadSettingError } from './bad-setting.error.js';
import { Environment } from './environment.js';

/** A key of AES-256 and the name under which sealed texts remember it. */
export interface DataKey {
  readonly id: string;
  readonly bytes: Buffer;
}

const PART = /^([a-z0-9]{1,16}):([0-9a-f]{64})$/i;
const EXPECTED =
  '以逗号分隔的“编号:64位十六进制密钥”，第一个用于加密，其余仅用于解密；可用 openssl rand -hex 32 生成 ' +
  '(id:64 hex digits, by commas; the first one seals, the others only open)';

/** Keys of the personal data in the database (个人信息加密). */
export class EncryptionConfig {
  /** SANSHE_DATA_KEYS: `<id>:<64 hex digits>` by commas; the first one seals, all of them open. */
  readonly keys: readonly DataKey[];

  constructor(environment: Environment = new Environment()) {
    const text = environment.optional('SANSHE_DATA_KEYS') ?? '';
    this.keys = text.split(',').map((part) => keyOf(part.trim()));
    if (new Set(this.keys.map(({ id }) => id)).size < this.keys.length)
      throw new BadSettingError('SANSHE_DATA_KEYS', '互不重复的密钥编号 (ids that differ)');
  }
}

function keyOf(part: string): DataKey {
  const [, id, hex] = PART.exec(part) ?? [];
  if (id === undefined || hex === undefined) throw new BadSettingError('SANSHE_DATA_KEYS', EXPECTED);
  return { id, bytes: Buffer.from(hex, 'hex') };
}
