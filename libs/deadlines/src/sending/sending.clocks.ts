import { Injectable } from '@nestjs/common';
import { BusinessClock, SystemClock } from '#libs/platform';

/** Business time says who may be written to now, system time when to try again. */
@Injectable()
export class SendingClocks {
  constructor(
    readonly business: BusinessClock,
    readonly system: SystemClock,
  ) {}
}
