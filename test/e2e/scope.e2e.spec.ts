import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import nodeIcal from 'node-ical';
import { useSystem } from '#support/system';
import { CAST } from '../../apps/cli/src/walkthrough/cast/cast.js';
import { PROCUREMENT } from '../../apps/cli/src/walkthrough/script/procurement.script.js';
import { RestClient } from './rest.client.js';
import { Story } from './story.js';

jest.setTimeout(120_000);
const system = await useSystem({ settings: { SANSHE_CLOCK: 'settable' } });
let story: Story;
let elsewhere: number;
let scan: number;

beforeAll(async () => {
  story = await Story.begin(system);
  await story.untilProcurement();
  const other = await RestClient.as(system.address, 'tongjiang.business');
  const project = { title: '通江县的项目', method: 'competitive-consultation', plannedAmount: 1_000_000 };
  elsewhere = (await other.send<{ id: number }>('POST', '/projects', { json: project })).body.id;
  const files = await story.officer.get<{ id: number; mediaType: string }[]>(`/cases/${story.caseId}/attachments`);
  scan = files.find(({ mediaType }) => mediaType === 'image/png')?.id ?? 0;
}, 120_000);

/** Which of the two projects a person sees: in the list, and each by itself. */
async function seen(login: string): Promise<{ listed: number[]; opened: number[] }> {
  const client = await RestClient.as(system.address, login);
  const { items } = await client.get<{ items: { id: number }[] }>('/projects?limit=100');
  const opened = [];
  for (const id of [story.caseId, elsewhere]) {
    const statuses = new Set<number>();
    for (const path of [
      `/projects/${id}`,
      `/cases/${id}`,
      `/cases/${id}/history`,
      `/cases/${id}/attachments`,
      `/projects/${id}/ledger`,
    ])
      statuses.add((await client.send('GET', path)).status);
    // All doors to one case open together or not at all, and what is shut looks as if it were not there.
    expect([[200], [404]]).toContainEqual([...statuses]);
    if (statuses.has(200)) opened.push(id);
  }
  return { listed: items.map(({ id }) => id).sort((a, b) => a - b), opened };
}

const both = () => [story.caseId, elsewhere].sort((a, b) => a - b);

describe('who sees a project of 昭觉县', () => {
  it.each([
    ['its own county bureau', CAST.officer],
    ['finance of the county', CAST.financeOfficer],
    ['audit of the county', 'zhaojue.auditor'],
    ['its township', CAST.township],
    ['the village that gave its opinion', CAST.village],
    ['its prefecture', 'liangshan.supervision'],
    ['finance of the prefecture', 'liangshan-finance.head'],
  ])('%s', async (_, login) => {
    expect(await seen(login)).toEqual({ listed: [story.caseId], opened: [story.caseId] });
  });

  it.each([
    ['the province', 'sichuan.supervision'],
    ['audit of the province', 'sichuan.auditor'],
  ])('%s, as all others', async (_, login) => {
    expect(await seen(login)).toEqual({ listed: both(), opened: [story.caseId, elsewhere] });
  });

  it.each([
    ['another county', 'tongjiang.business'],
    ['another prefecture', 'bazhong.supervision'],
  ])('not %s', async (_, login) => {
    expect(await seen(login)).toEqual({ listed: [elsewhere], opened: [elsewhere] });
  });

  it.each([
    ['another township of the county', 'xincheng.officer'],
    ['another village', 'niri.officer'],
    ['a social organisation that is no party', CAST.winner],
    ['another bureau of the county', 'zhaojue-hr.business'],
    ['whoever runs the system', CAST.administrator],
  ])('not %s', async (_, login) => {
    expect(await seen(login)).toEqual({ listed: [], opened: [] });
  });

  it('lets nobody open a file of a case that is not theirs', async () => {
    const status = async (login: string) => {
      const client = await RestClient.as(system.address, login);
      return (await client.download(`/attachments/${scan}`)).status;
    };
    expect(await status(CAST.leader)).toBe(200);
    expect(await status('liangshan.supervision')).toBe(200);
    expect(await status('tongjiang.business')).toBe(404);
    expect(await status(CAST.winner)).toBe(404);
  });

  it('shows tasks to those who have them alone', async () => {
    const inbox = async (login: string) => {
      const client = await RestClient.as(system.address, login);
      const { items } = await client.get<{ items: { rootId: number }[] }>('/tasks?limit=100');
      return items.filter(({ rootId }) => rootId === story.caseId).length;
    };
    expect([await inbox(CAST.officer), await inbox(CAST.leader), await inbox('liangshan.business')]).toEqual([1, 0, 0]);
  });
});

describe('the private calendar of a person', () => {
  const read = (address: string, headers = {}) => fetch(`${system.address}${new URL(address).pathname}`, { headers });
  let officer: RestClient;
  let address: string;

  beforeAll(async () => {
    officer = await RestClient.as(system.address, CAST.officer);
    address = (await officer.send<{ address: string }>('POST', '/calendar-link')).body.address;
  });

  it('has the deadlines of the own inbox, for whoever has the address', async () => {
    const { items } = await officer.get<{ items: { id: number; dueAt: string | null }[] }>('/tasks?limit=100');
    const response = await read(address);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const events = Object.values(nodeIcal.sync.parseICS(await response.text())).filter(
      (part) => part.type === 'VEVENT',
    );
    expect(events.map((event) => event.uid)).toEqual(
      items.filter(({ dueAt }) => dueAt !== null).map(({ id }) => `task-${id}@sanshe`),
    );
    expect(events.length).toBeGreaterThan(0);
  });

  it('is not sent again while nothing has changed', async () => {
    const etag = (await read(address)).headers.get('etag') ?? '';
    expect((await read(address, { 'if-none-match': etag })).status).toBe(304);
  });

  it('answers nobody once a new address was made, or the last one revoked', async () => {
    const renewed = (await officer.send<{ address: string }>('POST', '/calendar-link')).body.address;
    expect([(await read(address)).status, (await read(renewed)).status]).toEqual([404, 200]);
    expect((await officer.get<{ usedAt: string | null }>('/calendar-link')).usedAt).not.toBeNull();
    await officer.send('DELETE', '/calendar-link');
    expect((await read(renewed)).status).toBe(404);
    expect(await officer.get('/calendar-link')).toEqual({ createdAt: null, usedAt: null });
  });
});

describe('a supplier', () => {
  it('sees no case by responding, nor who else responds', async () => {
    const acts = PROCUREMENT.slice(0, 3);
    await story.play(acts);
    const { deadlines } = await story.read();
    const intention = deadlines.find(({ state }) => state === 'intentionPublic');
    await story.jumpTo(intention?.nextAt ?? '');
    await story.play(PROCUREMENT.slice(3, 8));
    for (const login of [CAST.winner, CAST.rival]) {
      expect(await seen(login)).toEqual({ listed: [], opened: [] });
      const client = await RestClient.as(system.address, login);
      const { items } = await client.get<{ items: { price: number }[] }>('/procurement/responses');
      expect(items).toHaveLength(1);
    }
    const { items } = await story.officer.get<{ items: { event: string; actor: { name: string } }[] }>(
      `/cases/${story.caseId}/history?limit=100`,
    );
    expect(items.filter(({ event }) => event === 'RESPOND').map(({ actor }) => actor.name)).toEqual([
      '（保密）',
      '（保密）',
    ]);
    const { responses } = await story.officer.get<{ responses: unknown[] }>(`/projects/${story.caseId}/procurement`);
    expect(responses).toEqual([]);
  });
});
