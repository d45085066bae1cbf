import { beforeEach, expect, it } from '@jest/globals';
import { engineSchema } from '#libs/engine';
import { IdAllocator } from '#libs/platform';
import { useDatabase } from '#support/database';
import { deadlinesSchema } from '../deadlines.schema.js';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { StandingClock } from '../testing.js';
import { LadderVacantHandler } from './ladder-vacant.handler.js';
import { NotificationRepository } from './notification.repository.js';
import { type OpenTask, OpenTaskReader } from './open-task.reader.js';

const { dataSource } = await useDatabase([engineSchema, deadlinesSchema]);
const clock = new StandingClock('2026-11-24T00:00:00.000Z');
const AT = new Date('2026-11-23T00:00:00.000Z');

/** One task, until it is done. */
class OneTask extends OpenTaskReader {
  isOpen = true;

  override openTask(taskId: number): Promise<OpenTask | null> {
    const facts = { rootId: 1, caseTitle: '项目', taskTitle: '审核', openedAt: AT, dueAt: AT, law: null };
    return Promise.resolve(this.isOpen ? { taskId, ...facts, isProvisional: false, owners: [] } : null);
  }
}

let tasks: OneTask;
let incidents: IncidentRepository;
let notifications: NotificationRepository;
const deliver = (): Promise<void> =>
  new LadderVacantHandler(incidents, tasks, notifications, clock).deliver({
    id: 9,
    rootId: 1,
    kind: 'engine.ladder-vacant',
    payload: { timer: 7, task: 5 },
    at: AT,
  });

beforeEach(async () => {
  const ids = new IdAllocator(dataSource);
  await ids.ensure();
  tasks = new OneTask(dataSource);
  incidents = new IncidentRepository(dataSource, ids);
  notifications = new NotificationRepository(dataSource);
});

it('makes an incident of a ladder on which nobody stands, once', async () => {
  await deliver();
  await deliver();
  expect(await incidents.openOnes(10, null)).toMatchObject([
    { subject: 'timer', subjectId: 7, rootId: 1, reason: expect.stringMatching(/nobody holds any post/) },
  ]);
});

it('is silent where somebody was told before, and where the task is done', async () => {
  tasks.isOpen = false;
  await deliver();
  tasks.isOpen = true;
  const told = { origin: 'timer-7-3', rootId: 1, taskId: 5, userIds: [4], kind: 'escalation', level: 'head' } as const;
  const facts = { caseTitle: '项目', taskTitle: '审核', responsible: '县民政局', law: null, dueAt: AT, at: AT };
  await notifications.add(
    dataSource.manager,
    { ...told, ...facts, isProvisional: false },
    { nextId: () => 1, gatherAt: () => null },
  );
  await deliver();
  expect(await incidents.openCount()).toBe(0);
});
