import { Injectable } from '@nestjs/common';
import { DefectError, SecretBox, SystemClock } from '#libs/platform';

/** What must be the same when the browser comes back from the issuer. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Page to go on with. */
  readonly from: string;
}

const CONTEXT = 'single-sign-on attempt';
const LIFETIME_SECONDS = 600;

/** Keeps an attempt in the browser that began it, sealed: any process takes it up again, and no other browser can. */
@Injectable()
export class SignInMemory {
  readonly seconds = LIFETIME_SECONDS;

  constructor(
    private readonly box: SecretBox,
    private readonly clock: SystemClock,
  ) {}

  seal(attempt: SignInAttempt): string {
    const expiresAt = this.clock.now().getTime() + LIFETIME_SECONDS * 1000;
    return this.box.seal(JSON.stringify({ ...attempt, expiresAt }), CONTEXT);
  }

  /** Null for what is missing, too old or not ours. */
  open(sealed: string | null): SignInAttempt | null {
    const kept = sealed === null ? null : this.read(sealed);
    return kept && kept.expiresAt > this.clock.now().getTime() ? kept : null;
  }

  private read(sealed: string): (SignInAttempt & { readonly expiresAt: number }) | null {
    try {
      return JSON.parse(this.box.open(sealed, CONTEXT)) as SignInAttempt & { expiresAt: number }; // sealed by us
    } catch (error) {
      // Here a broken seal is somebody's cookie, not a damaged database.
      if (error instanceof DefectError) return null;
      throw error;
    }
  }
}
