import { beforeEach, describe, expect, it } from '@jest/globals';
import { engineSchema, LawBook, ReceiptBook } from '#libs/engine';
import { BusinessClock, IdAllocator, SystemClock } from '#libs/platform';
import { useDatabase } from '#support/database';
import { deadlinesSchema } from '../deadlines.schema.js';
import { clockConfig, mailConfig, setClock } from '../testing.js';
import { LetterWriter } from './letter.writer.js';
import { MailboxService } from './mailbox.service.js';
import { NoSuchNotificationError } from './notification.error.js';
import type { Announcement } from './notification.facts.js';
import { NotificationRepository } from './notification.repository.js';

const { dataSource } = await useDatabase([engineSchema, deadlinesSchema]);

const system = new SystemClock();
const clock = new BusinessClock(system);
setClock(clock, system, '2026-03-05T02:00:00.000Z');
const notifications = new NotificationRepository(dataSource);
const laws = new LawBook('no-such-folder');
let ids: IdAllocator;
let mailbox: MailboxService;

const OFFICER = 7;
const OTHER = 8;
const reader = { userId: OFFICER, organisationId: 3 };

const ANNOUNCEMENT: Announcement = {
  kind: 'reminder',
  level: null,
  origin: 'timer-1-0',
  rootId: 11,
  taskId: 12,
  caseTitle: '易地搬迁社区融入',
  taskTitle: '提交月度报告',
  responsible: '昭觉县民政局',
  law: null,
  dueAt: new Date('2026-03-05T16:00:00.000Z'),
  isProvisional: false,
  at: new Date('2026-03-04T01:00:00.000Z'),
  userIds: [OFFICER, OTHER],
};

beforeEach(async () => {
  ids = new IdAllocator(dataSource);
  await ids.ensure();
  const receipts = new ReceiptBook(dataSource, ids, system);
  mailbox = new MailboxService(
    notifications,
    new LetterWriter(laws, mailConfig(), clockConfig()),
    laws,
    clock,
    receipts,
  );
});

async function tell(change: Partial<Announcement> = {}): Promise<number[]> {
  const { manager } = dataSource;
  const how = { nextId: () => ids.next(), gatherAt: () => null };
  const tried = await notifications.add(manager, { ...ANNOUNCEMENT, ...change }, how);
  return (await notifications.written(manager, tried)).map(({ id }) => id);
}

const query = (limit: number, after?: string) => (after === undefined ? { limit } : { limit, after });

describe('MailboxService', () => {
  it('shows each person the own messages, in the language asked for', async () => {
    await tell();
    const { items, unreadCount } = await mailbox.page(OFFICER, query(20), 'zh');
    expect(unreadCount).toBe(1);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'reminder',
      title: '期限提醒：提交月度报告将于2026年3月5日到期',
      dueAt: '2026-03-05T16:00:00.000Z',
      readAt: null,
      path: '/projects/11?task=12',
    });
    const english = await mailbox.page(OFFICER, query(20), 'en');
    expect(english.items[0]?.title).toBe('Reminder: 提交月度报告 (1 day left)');
    expect((await mailbox.page(999, query(20), 'zh')).items).toEqual([]);
  });

  it('tells of one origin once', async () => {
    expect(await tell({ userIds: [OFFICER] })).toHaveLength(1);
    expect(await tell({ userIds: [OFFICER] })).toEqual([]);
    expect(await tell({ userIds: [OFFICER, OTHER] })).toHaveLength(1);
    expect((await mailbox.page(OFFICER, query(20), 'zh')).items).toHaveLength(1);
  });

  it('pages by key, the newest first, also within one moment', async () => {
    for (let step = 0; step < 5; step += 1) await tell({ origin: `timer-1-${step}` });
    const first = await mailbox.page(OFFICER, query(3), 'zh');
    const second = await mailbox.page(OFFICER, query(3, first.next ?? ''), 'zh');
    const seen = [...first.items, ...second.items].map((item) => item.id);
    expect(seen).toHaveLength(5);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    expect(second.next).toBeNull();
  });

  it('keeps the time of the first reading', async () => {
    await tell();
    const [item] = (await mailbox.page(OFFICER, query(1), 'zh')).items;
    const read = await mailbox.read(item?.id ?? 0, reader, 'zh');
    expect(read.readAt).toBe('2026-03-05T02:00:00.000Z');
    expect(read.receipt).toMatch(/^R\d+$/);
    setClock(clock, system, '2026-03-06T02:00:00.000Z');
    expect(await mailbox.read(item?.id ?? 0, reader, 'zh')).toMatchObject({
      readAt: '2026-03-05T02:00:00.000Z',
      receipt: read.receipt,
    });
    expect((await mailbox.page(OFFICER, query(1), 'zh')).unreadCount).toBe(0);
  });

  it('does not show or mark the message of somebody else', async () => {
    const [id] = await tell({ userIds: [OTHER] });
    await expect(mailbox.read(id ?? 0, reader, 'zh')).rejects.toBeInstanceOf(NoSuchNotificationError);
    expect((await mailbox.page(OTHER, query(1), 'zh')).unreadCount).toBe(1);
  });
});
