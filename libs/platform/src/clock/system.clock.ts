import { Injectable } from '@nestjs/common';

/** Real time, for tokens, leases, backoff and alarms. It cannot be set. */
@Injectable()
export class SystemClock {
  now(): Date {
    return new Date();
  }
}
