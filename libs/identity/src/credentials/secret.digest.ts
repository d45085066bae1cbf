import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretsConfig } from '#libs/platform';

/** Crockford's alphabet: no letter that is read as a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;

/** Codes that a person types once: made, and kept as keyed digests that are worth nothing without the installation's secret. */
@Injectable()
export class SecretDigest {
  private readonly key: Buffer;

  constructor(secrets: SecretsConfig) {
    this.key = Buffer.from(hkdfSync('sha256', secrets.tokenSecret, '', 'sanshe one-time codes', 32));
  }

  /** `groups` times four characters with dashes; 20 bits each. */
  newCode(groups: number): string {
    const letters = [...randomBytes(groups * GROUP)].map((byte) => ALPHABET[byte % ALPHABET.length]);
    return Array.from({ length: groups }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP).join('')).join('-');
  }

  /** Hexadecimal. Case, dashes and spaces do not matter, nor O for 0, I and L for 1. */
  of(code: string): string {
    const plain = code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
    return createHmac('sha256', this.key).update(plain).digest('hex');
  }

  isOf(digest: string, code: string): boolean {
    return timingSafeEqual(Buffer.from(digest, 'hex'), Buffer.from(this.of(code), 'hex'));
  }
}
