import { Inject, Injectable } from '@nestjs/common';
import { METRICS } from '#libs/platform';
import { Counter, Registry } from 'prom-client';
import type { ChannelName } from '../channels/channel.js';

/** How one try to send ended. */
export type SendingOutcome = 'sent' | 'settled' | 'no-address' | 'postponed' | 'retried' | 'dead';

/** What left the house, for Prometheus. */
@Injectable()
export class SendingMetrics {
  private readonly outcomes: Counter<'channel' | 'outcome'>;
  private readonly doubts: Counter<'channel'>;

  constructor(@Inject(METRICS) registry: Registry) {
    const registers = [registry];
    this.outcomes = new Counter({
      name: 'sanshe_sendings_total',
      help: 'Tries to send by channel and outcome: sent, settled, no-address, postponed, retried, dead',
      labelNames: ['channel', 'outcome'],
      registers,
    });
    this.doubts = new Counter({
      name: 'sanshe_sendings_doubtful_total',
      help: 'Messages sent again although the try before may have arrived (a worker died, a server fell silent)',
      labelNames: ['channel'],
      registers,
    });
  }

  outcome(channel: ChannelName, outcome: SendingOutcome): void {
    this.outcomes.inc({ channel, outcome });
  }

  doubted(channel: ChannelName): void {
    this.doubts.inc({ channel });
  }
}
