import { beforeEach, describe, expect, it } from '@jest/globals';
import { engineSchema, type OutboxDelivery, type OutboxRegistry } from '#libs/engine';
import { createMetrics, IdAllocator } from '#libs/platform';
import { useDatabase } from '#support/database';
import { deadlinesSchema } from '../deadlines.schema.js';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { DeadlineMetrics } from '../running/deadline.metrics.js';
import { aMessage, silentLogger, StandingClock } from '../testing.js';
import { PermanentDeliveryError } from './delivery.error.js';
import { OutboxRelay } from './outbox.relay.js';
import { OutboxRepository } from './outbox.repository.js';

const { dataSource } = await useDatabase([engineSchema, deadlinesSchema]);

const LEASE_MS = 120_000;

let system: StandingClock;
let outbox: OutboxRepository;
let delivered: OutboxDelivery[];
let failures: Map<number, Error>;
let relay: OutboxRelay;

beforeEach(async () => {
  system = new StandingClock('2026-11-24T00:00:00.000Z');
  outbox = new OutboxRepository(dataSource, system);
  delivered = [];
  failures = new Map();
  const ids = new IdAllocator(dataSource);
  await ids.ensure();
  const incidents = new IncidentRepository(dataSource, ids);
  relay = new OutboxRelay(outbox, registry(), incidents, new DeadlineMetrics(createMetrics()), system, silentLogger);
});

/** Handles every kind but one. The registry's discovery is no part of what is used. */
function registry(): OutboxRegistry {
  const handler = {
    deliver: async (delivery: OutboxDelivery): Promise<void> => {
      const failure = failures.get(delivery.id);
      if (failure) throw failure;
      delivered.push(delivery);
    },
  };
  return { get: (kind: string) => (kind === 'test.unknown' ? undefined : handler) } as unknown as OutboxRegistry;
}

const deliveredIds = (): number[] => delivered.map((delivery) => delivery.id);

describe('OutboxRelay', () => {
  it('hands over kind, payload, root and time, and marks what was sent', async () => {
    const id = await aMessage('test.message').of(7, 3).saying({ task: 5 }).insert(dataSource);
    await relay.round();
    const at = new Date('2026-01-05T01:00:00.000Z');
    expect(delivered).toEqual([{ id, rootId: 7, kind: 'test.message', payload: { task: 5 }, at }]);
    await relay.round();
    expect(delivered).toHaveLength(1);
    expect(await outbox.counts()).toEqual({ pending: 0, dead: 0 });
  });

  it('keeps the order of a root, whatever order the ids have', async () => {
    const third = await aMessage().of(1, 3).insert(dataSource);
    const first = await aMessage().of(1, 1).insert(dataSource);
    const second = await aMessage().of(1, 2).insert(dataSource);
    await relay.round();
    expect(deliveredIds()).toEqual([first, second, third]);
  });

  it('holds back what follows a failed message in its root, and nothing else', async () => {
    const failing = await aMessage().of(1, 1).insert(dataSource);
    const behind = await aMessage().of(1, 2).insert(dataSource);
    const elsewhere = await aMessage().of(2, 1).insert(dataSource);
    failures.set(failing, new Error('away'));
    await relay.round();
    await relay.round();
    expect(deliveredIds()).toEqual([elsewhere]);
    failures.clear();
    await relay.round();
    expect(deliveredIds()).toEqual([elsewhere]);
    system.pass(2_000);
    await relay.round();
    expect(deliveredIds()).toEqual([elsewhere, failing, behind]);
  });

  it('makes a message that never succeeds a dead letter, kept with its reason, and goes on behind it', async () => {
    const failing = await aMessage().of(1, 1).insert(dataSource);
    const behind = await aMessage().of(1, 2).insert(dataSource);
    failures.set(failing, new Error('away'));
    for (let attempt = 0; attempt < 30; attempt += 1) {
      await relay.round();
      system.pass(600_000);
    }
    expect(deliveredIds()).toEqual([behind]);
    const [row]: Record<string, unknown>[] = await dataSource.query(
      'SELECT attempts, last_error, sent_at, dead_at IS NOT NULL AS dead FROM engine_outbox WHERE id = ?',
      [failing],
    );
    expect(row).toEqual({ attempts: 24, last_error: 'Error: away', sent_at: null, dead: 1 });
    const incidents: unknown[] = await dataSource.query('SELECT subject, subject_id FROM deadlines_incident');
    expect(incidents).toEqual([{ subject: 'outbox', subject_id: failing }]);
  });

  it('gives up at once where trying again cannot help', async () => {
    const refused = await aMessage().of(1, 1).insert(dataSource);
    await aMessage('test.unknown').of(2, 1).insert(dataSource);
    failures.set(refused, new PermanentDeliveryError('no such mailbox'));
    await relay.round();
    expect(await outbox.counts()).toEqual({ pending: 0, dead: 2 });
  });

  it('delivers everything once, in order, with four relays at work', async () => {
    for (let seq = 1; seq <= 20; seq += 1) {
      for (let root = 1; root <= 20; root += 1) await aMessage().of(root, seq).saying({ seq }).insert(dataSource);
    }
    const work = async (): Promise<void> => {
      while ((await outbox.counts()).pending > 0) await relay.round();
    };
    await Promise.all([work(), work(), work(), work()]);
    expect(new Set(deliveredIds()).size).toBe(400);
    expect(delivered).toHaveLength(400);
    for (let root = 1; root <= 20; root += 1) {
      const seqs = delivered.filter((delivery) => delivery.rootId === root).map((delivery) => delivery.payload['seq']);
      expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    }
  });

  it('takes over what a dead worker had claimed, when the lease is over', async () => {
    const id = await aMessage().insert(dataSource);
    await outbox.claim(10);
    await relay.round();
    expect(delivered).toEqual([]);
    system.pass(LEASE_MS + 1);
    await relay.round();
    expect(deliveredIds()).toEqual([id]);
  });
});
