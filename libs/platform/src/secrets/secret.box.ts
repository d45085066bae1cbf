import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type DataKey, EncryptionConfig } from '../config/encryption.config.js';
import { BrokenSealError, UnknownDataKeyError } from './secrets.error.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const SEALED = /^v1\.([a-z0-9]{1,16})\.([A-Za-z0-9_-]+)$/i;

interface Keys {
  readonly id: string;
  readonly seal: Buffer;
  readonly index: Buffer;
}

/**
 * Seals personal data and other secrets for the database: AES-256-GCM under the first key of SANSHE_DATA_KEYS. A sealed
 * text is `v1.<key id>.<nonce, ciphertext and tag>`, ASCII. The context (say `identity_user.phone`) is authenticated with
 * it, so that a text put into another column does not open there.
 */
@Injectable()
export class SecretBox {
  private readonly keys: readonly [Keys, ...Keys[]];

  constructor({ keys: [first, ...others] }: EncryptionConfig) {
    if (!first) throw new UnknownDataKeyError('');
    this.keys = [derive(first), ...others.map(derive)];
  }

  /** Sealed texts that do not begin like this wait for the next rotation. */
  get prefix(): string {
    return `v1.${this.keys[0].id}.`;
  }

  seal(text: string, context = ''): string {
    const [{ id, seal }] = this.keys;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, seal, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
    const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `v1.${id}.${body.toString('base64url')}`;
  }

  open(sealed: string, context = ''): string {
    const [, id, body] = SEALED.exec(sealed) ?? [];
    if (id === undefined || body === undefined) throw new BrokenSealError(context);
    const key = this.keys.find((known) => known.id === id);
    if (!key) throw new UnknownDataKeyError(id);
    return decipher(key.seal, Buffer.from(body, 'base64url'), context);
  }

  /** 盲索引: equal texts of one context have equal indexes, and nobody without the key can try numbers out. */
  index(text: string, context: string): string {
    return indexWith(this.keys[0], text, context);
  }

  /** Every index that the text may be stored under while keys are being changed. */
  indexes(text: string, context: string): readonly string[] {
    return this.keys.map((key) => indexWith(key, text, context));
  }
}

/** One configured key gives two that know nothing of each other. */
function derive({ id, bytes }: DataKey): Keys {
  const subkey = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), `sanshe ${purpose}`, KEY_BYTES));
  return { id, seal: subkey('seal'), index: subkey('index') };
}

function decipher(key: Buffer, body: Buffer, context: string): string {
  if (body.length < NONCE_BYTES + TAG_BYTES) throw new BrokenSealError(context);
  const opener = createDecipheriv(CIPHER, key, body.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(body.subarray(-TAG_BYTES));
  try {
    return opener.update(body.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + opener.final('utf8');
  } catch (error) {
    throw new BrokenSealError(context, error);
  }
}

function indexWith({ index }: Keys, text: string, context: string): string {
  return createHmac('sha256', index).update(`${context}\n${text}`).digest('base64url');
}
