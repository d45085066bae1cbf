import { Injectable } from '@nestjs/common';
import { SystemClock } from './system.clock.js';

/** How business time follows from system time: `business = base + (system − since) × rate`. */
export interface ClockSetting {
  /** Business time at `since`, ms since the epoch. */
  readonly base: number;
  /** System time at which `base` was set, ms since the epoch. */
  readonly since: number;
  /** Business milliseconds that pass in one system millisecond; 0 stands still. */
  readonly rate: number;
  /** Grows with each change; alarms of older revisions are rebuilt. */
  readonly revision: number;
}

const REAL: ClockSetting = { base: 0, since: 0, rate: 1, revision: 0 };

/** Time of deadlines and records. In training and tests it can be set, accelerated and stepped. */
@Injectable()
export class BusinessClock {
  private current: ClockSetting = REAL;
  private readonly listeners = new Set<(setting: ClockSetting) => void>();

  constructor(private readonly system: SystemClock) {}

  now(): Date {
    const { base, since, rate } = this.current;
    return new Date(base + (this.system.now().getTime() - since) * rate);
  }

  get setting(): ClockSetting {
    return this.current;
  }

  /** Milliseconds of system time until that business time; never negative; null when the clock stands still. */
  systemDelayUntil(business: Date): number | null {
    const ahead = business.getTime() - this.now().getTime();
    if (ahead <= 0) return 0;
    return this.current.rate === 0 ? null : Math.ceil(ahead / this.current.rate);
  }

  apply(setting: ClockSetting): void {
    if (setting.revision === this.current.revision) return;
    this.current = setting;
    for (const listener of this.listeners) listener(setting);
  }

  onChange(listener: (setting: ClockSetting) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
