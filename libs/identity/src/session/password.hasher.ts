import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { PasswordCheckBusyError } from './session.error.js';

/** OWASP's second recommendation for argon2id (the package's default algorithm): 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** More than can be checked in a few seconds: whoever comes later is told so instead of waiting. */
const MOST_WAITING = 200;

/** Hashes and checks passwords with argon2id. */
@Injectable()
export class PasswordHasher {
  private waiting = 0;
  private decoy: Promise<string> | null = null;

  hash(password: string): Promise<string> {
    return hash(password, OPTIONS);
  }

  /** False also for what is no hash, as of an account that has no password yet. */
  async verify(passwordHash: string, password: string): Promise<boolean> {
    if (this.waiting >= MOST_WAITING) throw new PasswordCheckBusyError();
    if (!passwordHash.startsWith('$argon2')) return this.verifyNothing(password);
    this.waiting += 1;
    try {
      return await verify(passwordHash, password);
    } finally {
      this.waiting -= 1;
    }
  }

  /** Takes as long as a real check, so that unknown logins cannot be told from known ones by the clock. */
  async verifyNothing(password: string): Promise<false> {
    this.decoy ??= this.hash('nobody has this password');
    await this.verify(await this.decoy, password);
    return false;
  }
}
