import { Inject, Injectable } from '@nestjs/common';
import { LOGGER } from '#libs/platform';
import type { Logger } from 'pino';
import type { Channel } from '../channels/channel.js';
import { NoAnswerError } from '../channels/channel.error.js';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { PermanentDeliveryError } from '../relay/delivery.error.js';
import { backoffMs } from '../running/backoff.js';
import { runLanes } from '../running/lanes.js';
import { reasonOf } from '../running/reason.js';
import { MessageMaker } from './message.maker.js';
import { SendingClocks } from './sending.clocks.js';
import { SendingMetrics, type SendingOutcome } from './sending.metrics.js';
import { SendingRepository } from './sending.repository.js';
import type { ClaimedSending } from './sending.row.js';

/** A batch must be through before its lease ends, however long a server is silent. */
const BATCH = 8;
const BUSY_MS = 100;
const IDLE_MS = 500;
const BACKOFF = { firstMs: 2_000, longestMs: 600_000 };
/** With the backoff above: about three hours of trying. */
const ATTEMPTS = 24;

/**
 * Sends what waits for one channel; each channel has a loop of its own, so that a dead one delays no other. At least
 * once: a double is possible where a worker dies, or a server falls silent, between sending and noting it; both are
 * counted.
 */
@Injectable()
export class SendingRelay {
  constructor(
    private readonly sendings: SendingRepository,
    private readonly messages: MessageMaker,
    private readonly incidents: IncidentRepository,
    private readonly metrics: SendingMetrics,
    private readonly clocks: SendingClocks,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** One batch; gives the milliseconds to wait until the next. */
  async round(channel: Channel): Promise<number> {
    const batch = await this.sendings.claim(channel.name, BATCH);
    if (batch.length === 0) return IDLE_MS;
    const lanes = batch.map((sending) => [sending]);
    await runLanes(lanes, BATCH, async ([sending]) => {
      if (sending) await this.attend(sending, channel);
    });
    return batch.length === BATCH ? 0 : BUSY_MS;
  }

  private async attend(sending: ClaimedSending, channel: Channel): Promise<void> {
    try {
      if (sending.isDoubtful) this.metrics.doubted(channel.name);
      this.metrics.outcome(channel.name, await this.deliver(sending, channel));
    } catch (error) {
      // The lease ends by itself, and it is sent again.
      this.logger.error({ err: error, sendingId: sending.id }, 'outcome of a sending could not be written');
    }
  }

  private async deliver(sending: ClaimedSending, channel: Channel): Promise<SendingOutcome> {
    try {
      return await this.send(sending, channel);
    } catch (error) {
      return this.fail(sending, error);
    }
  }

  private async send(sending: ClaimedSending, channel: Channel): Promise<SendingOutcome> {
    const made = await this.messages.make(sending, this.clocks.business.now());
    if (made.kind === 'postponed') {
      await this.sendings.postpone(sending.id, made.until);
      return 'postponed';
    }
    const address = made.kind === 'message' ? await channel.addressOf(made.recipient) : null;
    if (made.kind === 'message' && address !== null) await channel.send(address, made.message);
    const outcome = made.kind === 'settled' ? 'settled' : address === null ? 'no-address' : 'sent';
    await this.sendings.close(sending.id, outcome);
    return outcome;
  }

  private async fail(sending: ClaimedSending, error: unknown): Promise<SendingOutcome> {
    const { id, channel, rootId } = sending;
    const attempts = sending.attempts + 1;
    const isDead = attempts >= ATTEMPTS || error instanceof PermanentDeliveryError;
    const isDoubtful = !isDead && error instanceof NoAnswerError;
    const now = this.clocks.system.now();
    const reason = reasonOf(error);
    this.logger.warn({ sendingId: id, channel, attempts, isDead, reason }, 'sending failed');
    const retryAt = isDead ? null : new Date(now.getTime() + backoffMs(attempts, BACKOFF));
    await this.sendings.markFailed(id, { attempts, error: reason, retryAt, isDoubtful });
    if (isDoubtful) this.metrics.doubted(channel);
    if (!isDead) return 'retried';
    await this.incidents.open({ subject: 'sending', subjectId: id, rootId, reason, attempts, at: now });
    return 'dead';
  }
}
