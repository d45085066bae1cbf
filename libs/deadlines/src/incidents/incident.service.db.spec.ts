import { beforeEach, describe, expect, it } from '@jest/globals';
import { engineSchema } from '#libs/engine';
import { IdAllocator } from '#libs/platform';
import { useDatabase } from '#support/database';
import { deadlinesSchema } from '../deadlines.schema.js';
import { aMessage, aTimer, StandingClock } from '../testing.js';
import { NoOpenIncidentError } from './incident.error.js';
import { IncidentRepository } from './incident.repository.js';
import { IncidentService } from './incident.service.js';

const { dataSource } = await useDatabase([engineSchema, deadlinesSchema]);

const clock = new StandingClock('2026-11-24T00:00:00.000Z');
let incidents: IncidentRepository;
let service: IncidentService;

beforeEach(async () => {
  const ids = new IdAllocator(dataSource);
  await ids.ensure();
  incidents = new IncidentRepository(dataSource, ids);
  service = new IncidentService(dataSource, incidents, clock);
});

async function openFor(subject: 'timer' | 'outbox', subjectId: number): Promise<number> {
  await incidents.open({ subject, subjectId, rootId: 1, reason: 'Error: away', attempts: 5, at: clock.now() });
  const { items } = await service.page({ limit: 100 });
  return items.find((item) => item.subjectId === subjectId)?.id ?? 0;
}

describe('IncidentService', () => {
  it('lists what is open in pages, the newest first', async () => {
    for (const subjectId of [1, 2, 3]) {
      await openFor('timer', subjectId);
      clock.pass(1000);
    }
    const first = await service.page({ limit: 2 });
    expect(first.items.map((item) => item.subjectId)).toEqual([3, 2]);
    const second = await service.page({ limit: 2, after: first.next ?? '' });
    expect(second.items.map((item) => item.subjectId)).toEqual([1]);
    expect(second.next).toBeNull();
  });

  it('keeps one incident per subject', async () => {
    expect(await openFor('timer', 1)).toBe(await openFor('timer', 1));
    expect(await incidents.openCount()).toBe(1);
  });

  it('sends a dead letter again', async () => {
    const message = await aMessage().insert(dataSource);
    await dataSource.query('UPDATE engine_outbox SET attempts = 24, dead_at = ? WHERE id = ?', [clock.now(), message]);
    await service.retry(await openFor('outbox', message));
    const rows: unknown[] = await dataSource.query('SELECT attempts, dead_at FROM engine_outbox WHERE id = ?', [
      message,
    ]);
    expect(rows).toEqual([{ attempts: 0, dead_at: null }]);
    expect(await incidents.openCount()).toBe(0);
  });

  it('lets a timer fire at the next sweep', async () => {
    const timer = await aTimer().insert(dataSource);
    await dataSource.query('UPDATE engine_timer SET attempts = 7, retry_at = ? WHERE id = ?', [clock.now(), timer]);
    await service.retry(await openFor('timer', timer));
    const rows: unknown[] = await dataSource.query('SELECT attempts, retry_at FROM engine_timer WHERE id = ?', [timer]);
    expect(rows).toEqual([{ attempts: 0, retry_at: null }]);
  });

  it('refuses an incident that is not open', async () => {
    await expect(service.retry(4711)).rejects.toBeInstanceOf(NoOpenIncidentError);
  });
});
