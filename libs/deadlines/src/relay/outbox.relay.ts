import { Inject, Injectable } from '@nestjs/common';
import { OutboxRegistry } from '#libs/engine';
import { LOGGER, SystemClock } from '#libs/platform';
import type { Logger } from 'pino';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { backoffMs } from '../running/backoff.js';
import { DeadlineMetrics } from '../running/deadline.metrics.js';
import { lanesOf, runLanes } from '../running/lanes.js';
import { reasonOf } from '../running/reason.js';
import { NoHandlerError, PermanentDeliveryError } from './delivery.error.js';
import { OutboxRepository } from './outbox.repository.js';
import type { ClaimedMessage } from './outbox.row.js';

const BATCH = 200;
const CONCURRENCY = 8;
const BUSY_MS = 100;
const IDLE_MS = 300;
const BACKOFF = { firstMs: 2_000, longestMs: 600_000 };
/** With the backoff above: about three hours of trying. */
const ATTEMPTS = 24;

/** Hands what left a transaction to the handler of its kind: at least once, in order within a root. */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly registry: OutboxRegistry,
    private readonly incidents: IncidentRepository,
    private readonly metrics: DeadlineMetrics,
    private readonly clock: SystemClock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** One batch; gives the milliseconds to wait until the next. */
  async round(): Promise<number> {
    const batch = await this.outbox.claim(BATCH);
    if (batch.length === 0) return IDLE_MS;
    const lanes = lanesOf(batch, (message) => message.rootId);
    const sent: number[] = [];
    await runLanes(lanes, CONCURRENCY, (lane) => this.deliverLane(lane, sent));
    await this.outbox.markSent(sent);
    this.metrics.delivered('sent', sent.length);
    return batch.length === BATCH ? 0 : BUSY_MS;
  }

  /** Stops at a message that has to be tried again, and gives back those behind it. */
  private async deliverLane(lane: readonly ClaimedMessage[], sent: number[]): Promise<void> {
    try {
      for (const [place, message] of lane.entries()) {
        if (await this.deliver(message, sent)) continue;
        await this.outbox.release(lane.slice(place + 1).map((behind) => behind.id));
        return;
      }
    } catch (error) {
      // The lease ends by itself; the messages are delivered again.
      this.logger.error({ err: error }, 'outcome of a delivery could not be written');
    }
  }

  /** True when the lane may go on: sent, or given up for good. */
  private async deliver(message: ClaimedMessage, sent: number[]): Promise<boolean> {
    const { id, kind, rootId, payload, at } = message;
    try {
      const handler = this.registry.get(kind);
      if (!handler) throw new NoHandlerError(kind);
      await handler.deliver({ id, rootId, kind, payload, at });
      sent.push(id);
      return true;
    } catch (error) {
      return this.fail(message, error);
    }
  }

  private async fail(message: ClaimedMessage, error: unknown): Promise<boolean> {
    const attempts = message.attempts + 1;
    const isDead = attempts >= ATTEMPTS || error instanceof PermanentDeliveryError || error instanceof NoHandlerError;
    const now = this.clock.now();
    const reason = reasonOf(error);
    this.logger.warn({ outboxId: message.id, kind: message.kind, attempts, isDead, reason }, 'delivery failed');
    const retryAt = isDead ? null : new Date(now.getTime() + backoffMs(attempts, BACKOFF));
    await this.outbox.markFailed(message.id, { attempts, error: reason, retryAt });
    this.metrics.delivered(isDead ? 'dead' : 'retried');
    if (!isDead) return false;
    const { id: subjectId, rootId } = message;
    await this.incidents.open({ subject: 'outbox', subjectId, rootId, reason, attempts, at: now });
    return true;
  }
}
