import { beforeEach, describe, expect, it } from '@jest/globals';
import { engineSchema, LawBook } from '#libs/engine';
import { identitySchema, OrganisationDirectory, type OrganisationRecord, type UserRecord } from '#libs/identity';
import {
  BusinessClock,
  createMetrics,
  DirectoriesConfig,
  Environment,
  IdAllocator,
  MessagingConfig,
} from '#libs/platform';
import { anOrganisation, aUser } from '#testing/identity';
import { useDatabase } from '#support/database';
import type { ChannelBook } from '../channels/channel.book.js';
import { ChannelUnavailableError, NoAnswerError } from '../channels/channel.error.js';
import type { Channel, ChannelName, OutgoingMessage } from '../channels/channel.js';
import { deadlinesSchema } from '../deadlines.schema.js';
import { IncidentRepository } from '../incidents/incident.repository.js';
import { Announcer } from '../notifications/announcer.js';
import { FollowUpWriter } from '../notifications/follow-up.writer.js';
import { LetterWriter } from '../notifications/letter.writer.js';
import type { Announcement } from '../notifications/notification.facts.js';
import { NotificationRepository } from '../notifications/notification.repository.js';
import { DeliveryPlanner } from '../planning/delivery.planner.js';
import { NotificationTimes } from '../planning/notification.times.js';
import { PermanentDeliveryError } from '../relay/delivery.error.js';
import { aTimer, clockConfig, mailConfig, setClock, silentLogger, StandingClock } from '../testing.js';
import { DeadLetterService } from './dead-letter.service.js';
import { DigestComposer } from './digest.composer.js';
import { DigestPeople } from './digest.people.js';
import { GatheringRepository } from './gathering.repository.js';
import { MessageMaker } from './message.maker.js';
import { SendingMetrics } from './sending.metrics.js';
import { SendingRelay } from './sending.relay.js';
import { SendingRepository } from './sending.repository.js';
import { StandingReader } from './standing.reader.js';

const { dataSource } = await useDatabase([identitySchema, engineSchema, deadlinesSchema]);

const HOUR_MS = 3_600_000;
const config = new DirectoriesConfig(new Environment({}));
const metrics = createMetrics();
const counted = new SendingMetrics(metrics);

/** A channel whose server does what the test says. */
class FakeChannel implements Channel {
  readonly isOn = true;
  readonly sent: OutgoingMessage[] = [];
  /** Called before the message is taken. */
  answer: (message: OutgoingMessage) => Promise<void> = async () => undefined;

  constructor(readonly name: ChannelName) {}

  async addressOf({ email }: UserRecord): Promise<string | null> {
    return email;
  }

  async send(_address: string, message: OutgoingMessage): Promise<void> {
    await this.answer(message);
    this.sent.push(message);
  }
}

let system: StandingClock;
let business: BusinessClock;
let mail: FakeChannel;
let sms: FakeChannel;
let bureau: OrganisationRecord;
let officer: UserRecord;
let writer: FollowUpWriter;
let composer: DigestComposer;
let sendings: SendingRepository;
let relay: SendingRelay;
let letters: DeadLetterService;
let directory: OrganisationDirectory;

beforeEach(async () => {
  system = new StandingClock('2026-03-05T01:00:00.000Z');
  business = new BusinessClock(system);
  bureau = await anOrganisation().named('昭觉县民政局').in('513431').insert(dataSource);
  officer = await aUser().of(bureau).named('吉克').withRoles('business-officer').insert(dataSource);
  directory = new OrganisationDirectory(dataSource);
  await directory.refresh();
  [mail, sms] = [new FakeChannel('mail'), new FakeChannel('sms')];
  await wire([mail, sms]);
  at('2026-03-05 09:00');
});

/** As the modules do; the book of channels is read, never made. */
async function wire(on: readonly Channel[]): Promise<void> {
  const ids = new IdAllocator(dataSource);
  await ids.ensure();
  const book = { on, byName: () => null } as unknown as ChannelBook;
  const planner = new DeliveryPlanner(
    new NotificationTimes(config, new MessagingConfig(new Environment({}))),
    directory,
    book,
  );
  const notifications = new NotificationRepository(dataSource);
  const [standing, gathering] = [new StandingReader(dataSource), new GatheringRepository(dataSource)];
  const incidents = new IncidentRepository(dataSource, ids);
  const texts = new LetterWriter(new LawBook('config'), mailConfig(), clockConfig());
  sendings = new SendingRepository(dataSource, system, business);
  writer = new FollowUpWriter(dataSource, new Announcer(notifications, planner, sendings), ids);
  const people = new DigestPeople(directory, planner, ids);
  composer = new DigestComposer(dataSource, gathering, standing, sendings, people, business);
  const maker = new MessageMaker(notifications, gathering, standing, texts, directory, planner);
  relay = new SendingRelay(sendings, maker, incidents, counted, { business, system }, silentLogger);
  letters = new DeadLetterService(dataSource, incidents, directory, system);
}

/** Business time stands there, local time of Shanghai. */
function at(local: string): void {
  setClock(business, system, `${local.replace(' ', 'T')}:00.000+08:00`);
}

let origins = 0;

async function tell(change: Partial<Announcement> = {}): Promise<void> {
  origins += 1;
  await writer.tell({
    kind: 'reminder',
    level: null,
    origin: `test-${origins}`,
    rootId: 11,
    taskId: 12,
    caseTitle: '易地搬迁社区融入',
    taskTitle: '提交月度报告',
    responsible: '昭觉县民政局',
    law: null,
    dueAt: new Date('2026-03-09T16:00:00.000Z'),
    isProvisional: false,
    at: business.now(),
    userIds: [officer.id],
    ...change,
  });
}

const urgent = { kind: 'urged' } as const;

async function openTask(id: number, title: string, dueAt = '2026-03-09T16:00:00.000Z'): Promise<void> {
  await dataSource.query(
    `INSERT INTO engine_task (id, root_id, instance_id, state, entry, title, status, version, due_at, opened_at)
     VALUES (?, 11, 11, 'working', 1, ?, 'open', 1, ?, ?)`,
    [id, title, new Date(dueAt), new Date('2026-03-02T01:00:00.000Z')],
  );
}

const finish = (id: number): Promise<unknown> =>
  dataSource.query(`UPDATE engine_task SET status = 'done' WHERE id = ?`, [id]);

const statesOf = async (): Promise<string[]> => {
  const rows: { state: string }[] = await dataSource.query('SELECT state FROM deadlines_sending ORDER BY id');
  return rows.map(({ state }) => state);
};

async function morning(local = '2026-03-05 09:10'): Promise<void> {
  at(local);
  await composer.round();
  await relay.round(mail);
}

describe('the digest of a morning', () => {
  beforeEach(() => openTask(12, '提交月度报告'));

  it('is one letter for all that came up, once a day', async () => {
    await openTask(13, '确认服务清单');
    await aTimer().of(11).forTask(13).insert(dataSource);
    await tell({ kind: 'opened' });
    await tell();
    await tell({ taskId: 13, taskTitle: '确认服务清单', kind: 'opened' });
    await tell({ kind: 'message', taskId: 0, taskTitle: '', dueAt: null });
    await relay.round(mail);
    expect(mail.sent).toEqual([]);
    await morning();
    await Promise.all([composer.round(), composer.round()]);
    expect(mail.sent.map(({ title }) => title)).toEqual(['每日工作提醒：3项事项']);
    const { body, id, brief } = mail.sent[0] ?? { body: '', id: '', brief: '' };
    expect(body).toContain(
      '1. 【期限提醒】提交月度报告\n   项目名称：易地搬迁社区融入\n   办理期限：2026年3月9日24时，剩余4天',
    );
    expect(body.match(/http:\S+/g)).toEqual(['http://sanshe.example/']);
    expect(brief).toMatch(/^【三社】吉克：您有3项事项：期限提醒“提交月度报告”/);
    expect(brief.endsWith(`详见 http://sanshe.example/（编号${id}）`)).toBe(true);
    await tell();
    await morning('2026-03-05 15:00');
    expect(mail.sent).toHaveLength(1);
    await morning('2026-03-06 09:10');
    expect(mail.sent).toHaveLength(2);
  });

  it('says nothing about a task that is done by then', async () => {
    await openTask(13, '确认服务清单');
    await tell();
    await tell({ taskId: 13, taskTitle: '确认服务清单' });
    await finish(13);
    await morning();
    expect(mail.sent[0]?.body).not.toContain('确认服务清单');
    await tell();
    await finish(12);
    await morning('2026-03-06 09:10');
    expect(mail.sent).toHaveLength(1);
    expect(await dataSource.query('SELECT id FROM deadlines_digest')).toHaveLength(1);
  });

  it('tells of the due time as it stands in the morning', async () => {
    await tell();
    await dataSource.query('UPDATE engine_task SET due_at = ? WHERE id = 12', [new Date('2026-03-16T16:00:00.000Z')]);
    await morning();
    expect(mail.sent[0]?.body).toContain('办理期限：2026年3月16日24时，剩余11天');
  });

  it('waits for a working day when the workers come back on a day off', async () => {
    await tell();
    await morning('2026-03-07 10:00');
    expect(mail.sent).toEqual([]);
    await morning('2026-03-09 09:10');
    expect(mail.sent).toHaveLength(1);
  });

  it('is settled when all is done before it could go', async () => {
    await tell();
    mail.answer = () => Promise.reject(new ChannelUnavailableError('421'));
    await morning();
    await finish(12);
    mail.answer = async () => undefined;
    system.pass(HOUR_MS);
    at('2026-03-05 10:10');
    await relay.round(mail);
    expect([mail.sent, await statesOf()]).toEqual([[], ['settled']]);
  });
});

describe('what is urgent', () => {
  beforeEach(() => openTask(12, '提交月度报告'));

  it('goes at once, but not in quiet hours', async () => {
    await tell(urgent);
    await relay.round(mail);
    expect(mail.sent.map(({ title }) => title)).toEqual(['催办：提交月度报告（易地搬迁社区融入）']);
    at('2026-03-05 22:00');
    await tell(urgent);
    await relay.round(mail);
    expect(mail.sent).toHaveLength(1);
    at('2026-03-06 07:30');
    await relay.round(mail);
    expect(mail.sent).toHaveLength(2);
  });

  it('arrives once after a server has said 4xx for an hour', async () => {
    await tell(urgent);
    mail.answer = () => Promise.reject(new ChannelUnavailableError('451 greylisted'));
    for (let passed = 0; passed < HOUR_MS; passed += 60_000) {
      await relay.round(mail);
      system.pass(60_000);
    }
    mail.answer = async () => undefined;
    system.pass(HOUR_MS);
    await relay.round(mail);
    await relay.round(mail);
    expect([mail.sent.length, await statesOf()]).toEqual([1, ['sent']]);
    expect(await sendings.counts()).toEqual({ pending: 0, dead: 0, doubtful: 0 });
  });

  it('is not delayed by a channel that never answers', async () => {
    const supplier = await anOrganisation().ofKind('social-organisation').in('513431').insert(dataSource);
    const clerk = await aUser().of(supplier).insert(dataSource);
    await directory.refresh();
    await tell({ ...urgent, userIds: [clerk.id] });
    // The server falls silent until the mail has gone, whose channel has a loop of its own.
    sms.answer = async () => {
      await relay.round(mail);
      throw new NoAnswerError(10_000);
    };
    await relay.round(sms);
    expect(mail.sent).toHaveLength(1);
    // It may have arrived: sent again all the same, and counted.
    sms.answer = async () => undefined;
    system.pass(60_000);
    await relay.round(sms);
    expect([sms.sent.length, (await sendings.counts()).doubtful]).toEqual([1, 1]);
  });

  it('is sent again with the same id by another worker when one dies before noting it, and that is counted', async () => {
    await tell(urgent);
    const [lost] = await sendings.claim('mail', 8);
    expect(lost?.isDoubtful).toBe(false);
    await relay.round(mail);
    expect(mail.sent).toEqual([]);
    system.pass(10 * 60_000);
    await relay.round(mail);
    expect(mail.sent.map(({ id }) => id)).toEqual([`s-${lost?.id}`]);
    expect((await sendings.counts()).doubtful).toBe(1);
    expect(await metrics.metrics()).toContain('sanshe_sendings_doubtful_total{channel="mail"}');
  });

  it('becomes a dead letter with an incident, which an operator sends again', async () => {
    await tell(urgent);
    mail.answer = () => Promise.reject(new PermanentDeliveryError('550 no such mailbox'));
    await relay.round(mail);
    const { items } = await letters.page({ limit: 20 });
    expect(items).toMatchObject([{ channel: 'mail', userName: '吉克', organisationName: '昭觉县民政局', attempts: 1 }]);
    expect(items[0]?.reason).toMatch(/550/);
    mail.answer = async () => undefined;
    await letters.resend(items[0]?.id ?? 0);
    await relay.round(mail);
    expect([mail.sent.length, await statesOf()]).toEqual([1, ['sent']]);
    expect(await dataSource.query('SELECT id FROM deadlines_incident WHERE resolved_at IS NULL')).toEqual([]);
    await expect(letters.resend(items[0]?.id ?? 0)).rejects.toMatchObject({ code: 'deadlines.no-dead-letter' });
    expect(await letters.resendAll('mail')).toBe(0);
  });

  it('is recorded where a person has no address, and stands in the mailbox all the same', async () => {
    await dataSource.query('UPDATE identity_user SET email = NULL WHERE id = ?', [officer.id]);
    await directory.reload();
    await tell(urgent);
    await relay.round(mail);
    expect([mail.sent, await statesOf()]).toEqual([[], ['no-address']]);
    expect(await dataSource.query('SELECT id FROM deadlines_notification')).toHaveLength(1);
  });

  it('leaves nothing behind where every channel is off', async () => {
    await wire([]);
    await tell();
    await tell(urgent);
    expect(await statesOf()).toEqual([]);
    expect(await dataSource.query('SELECT gather_at FROM deadlines_notification WHERE gather_at IS NOT NULL')).toEqual(
      [],
    );
  });
});
