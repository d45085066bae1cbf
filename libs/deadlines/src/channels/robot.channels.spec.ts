import { afterEach, describe, expect, it } from '@jest/globals';
import type { OrganisationDirectory } from '#libs/identity';
import { Environment, MessagingConfig } from '#libs/platform';
import { PermanentDeliveryError } from '../relay/delivery.error.js';
import { StandingClock } from '../testing.js';
import { contentOf, dingTalk, weCom } from '../testing/robot.servers.js';
import { type Answer, errcode, type ReceivedCall, WebHookServer } from '../testing/web-hook.server.js';
import { ChannelUnavailableError, NoAnswerError } from './channel.error.js';
import type { OutgoingMessage } from './channel.js';
import { DingTalkChannel } from './dingtalk.channel.js';
import { WeComChannel } from './wecom.channel.js';

const NOW = '2026-03-05T01:10:00.000Z';
const TOKEN = 'd1ng';
const SECRET = 'SEC+/=密';
const CODE = '91510000MA6CXXXX0X';
const USER = { id: 5, login: '', name: '阿依', email: null, organisationId: 3, roles: [], isDemo: false } as const;
const PERSON = { ...USER, status: 'active' } as const;
const MESSAGE: OutgoingMessage = { id: 's-7', name: '阿依', title: '期限提醒', body: '办理地址：http://x/', brief: '' };

const servers: WebHookServer[] = [];

async function aServer(answer: (call: ReceivedCall) => Answer): Promise<WebHookServer> {
  const server = await WebHookServer.start(answer);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** Only the credit code is asked for. */
const directory = { byId: () => ({ creditCode: CODE }) } as unknown as OrganisationDirectory;

const config = (variables: Record<string, string>): MessagingConfig => new MessagingConfig(new Environment(variables));

function dingTalkAt(server: WebHookServer, secret = SECRET): DingTalkChannel {
  const address = `${server.address}/robot/send?access_token=${TOKEN}#${encodeURIComponent(secret)}`;
  const clock = new StandingClock(NOW);
  return new DingTalkChannel(config({ SANSHE_DINGTALK_ROBOTS: `${CODE}=${address}` }), directory, clock);
}

function weComAt(server: WebHookServer, key = 'k3y', variables = {}): WeComChannel {
  const address = `${server.address}/cgi-bin/webhook/send?key=${key}`;
  return new WeComChannel(config({ SANSHE_WECOM_ROBOTS: `*=${address}`, ...variables }), directory);
}

async function sendBy(channel: DingTalkChannel | WeComChannel, message = MESSAGE): Promise<void> {
  await channel.send((await channel.addressOf(PERSON)) ?? '', message);
}

describe('DingTalkChannel', () => {
  it('signs with the secret, which stays at home, and tells the id', async () => {
    const server = await aServer(dingTalk(TOKEN, SECRET, () => Date.parse(NOW)));
    await sendBy(dingTalkAt(server));
    expect(server.calls).toHaveLength(1);
    expect(contentOf(server.calls[0]?.body ?? '')).toBe(
      '【三社】期限提醒\n阿依：\n办理地址：http://x/\n（消息编号：s-7）',
    );
    expect(server.calls[0]?.url.href).not.toContain('SEC');
  });

  it('takes a wrong secret for final', async () => {
    const server = await aServer(dingTalk(TOKEN, SECRET, () => Date.parse(NOW)));
    await expect(sendBy(dingTalkAt(server, 'SECother'))).rejects.toThrow(/310000 sign not match/);
    await expect(sendBy(dingTalkAt(server, 'SECother'))).rejects.toBeInstanceOf(PermanentDeliveryError);
  });

  it('comes again when it was too fast', async () => {
    const server = await aServer(() => errcode(130101, 'send too fast'));
    await expect(sendBy(dingTalkAt(server))).rejects.toBeInstanceOf(ChannelUnavailableError);
  });

  it('is off without robots, and finds none for another organisation', async () => {
    expect(new DingTalkChannel(config({}), directory, new StandingClock(NOW)).isOn).toBe(false);
    const other = { byId: () => ({ creditCode: 'another' }) } as unknown as OrganisationDirectory;
    const channel = new DingTalkChannel(
      config({ SANSHE_DINGTALK_ROBOTS: `${CODE}=http://127.0.0.1:1/` }),
      other,
      new StandingClock(NOW),
    );
    expect(await channel.addressOf(PERSON)).toBeNull();
  });
});

describe('WeComChannel', () => {
  it('keeps to the limit of bytes, with the id at the end', async () => {
    const server = await aServer(weCom('k3y'));
    await sendBy(weComAt(server), { ...MESSAGE, body: '限'.repeat(3000) });
    const content = contentOf(server.calls[0]?.body ?? '');
    expect(content).toMatch(/限…\n（消息编号：s-7）$/);
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048);
  });

  it('takes an address that is not known for final', async () => {
    const server = await aServer(weCom('k3y'));
    await expect(sendBy(weComAt(server, 'other'))).rejects.toBeInstanceOf(PermanentDeliveryError);
  });

  it.each([
    ['too many calls', errcode(45009), ChannelUnavailableError],
    ['a server in trouble', { status: 502, body: '' }, ChannelUnavailableError],
    ['no JSON', { status: 200, body: '<html>' }, ChannelUnavailableError],
    ['an address that is gone', { status: 404, body: '' }, PermanentDeliveryError],
    ['an address that has moved', { status: 302, body: '' }, PermanentDeliveryError],
  ])('meets %s', async (_, answer, expected) => {
    const server = await aServer(() => answer);
    await expect(sendBy(weComAt(server))).rejects.toBeInstanceOf(expected);
  });

  it('does not wait for ever', async () => {
    const server = await aServer(() => null);
    const channel = weComAt(server, 'k3y', { SANSHE_CHANNEL_TIMEOUT_MS: '100' });
    await expect(sendBy(channel)).rejects.toBeInstanceOf(NoAnswerError);
  });

  it('says that a server that is away may come back', async () => {
    const server = await aServer(weCom('k3y'));
    const channel = weComAt(server);
    await server.stop();
    await expect(sendBy(channel)).rejects.toThrow(/ECONNREFUSED/);
  });
});
