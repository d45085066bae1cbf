import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { PhoneBook } from '#libs/identity';
import { Environment, MessagingConfig } from '#libs/platform';
import { StandingClock } from '../testing.js';
import { type Answer, type ReceivedCall, WebHookServer } from '../testing/web-hook.server.js';
import { SmsChannel } from './sms.channel.js';

const NOW = '2026-03-05T01:10:00.000Z';
const SECRET = 'shared';
const MESSAGE = { id: 's-9', name: '阿依', title: '', body: '', brief: '【三社】阿依：您有"1项"\n详见 http://x/' };

/** Only one method is called. */
const phones = { phoneOf: async () => '13800138000' } as unknown as PhoneBook;

let server: WebHookServer | null = null;

afterEach(async () => {
  await server?.stop();
  server = null;
});

/** A gateway that takes what is signed and fresh. */
function gateway({ headers, body }: ReceivedCall): Answer {
  const timestamp = String(headers['x-sanshe-timestamp']);
  const sign = createHmac('sha256', SECRET).update(`${timestamp}\n${body}`).digest('hex');
  const isGood = headers['x-sanshe-signature'] === sign && Number(timestamp) === Date.parse(NOW);
  return isGood ? { status: 202, body: '{"code":0}' } : { status: 401, body: '{"code":1}' };
}

async function channelWith(variables: Record<string, string>): Promise<SmsChannel> {
  server = await WebHookServer.start(gateway);
  const environment = new Environment({ SANSHE_SMS_URL: `${server.address}/send`, ...variables });
  return new SmsChannel(new MessagingConfig(environment), phones, new StandingClock(NOW));
}

describe('SmsChannel', () => {
  it('signs what it sends, with the id as key', async () => {
    const channel = await channelWith({ SANSHE_SMS_SECRET: SECRET });
    await channel.send('13800138000', MESSAGE);
    const [call] = server?.calls ?? [];
    expect(call?.headers['idempotency-key']).toBe('s-9');
    expect(JSON.parse(call?.body ?? '')).toEqual({ id: 's-9', phone: '13800138000', text: MESSAGE.brief });
  });

  it('fills the body that the gateway asks for', async () => {
    const body = '{"Phones":["+86{phone}"],"Params":{"content":"{text}"}}';
    const channel = await channelWith({ SANSHE_SMS_SECRET: SECRET, SANSHE_SMS_BODY: body });
    await channel.send('13800138000', MESSAGE);
    expect(JSON.parse(server?.calls[0]?.body ?? '')).toEqual({
      Phones: ['+8613800138000'],
      Params: { content: MESSAGE.brief },
    });
  });

  it('says what the gateway refused', async () => {
    const channel = await channelWith({});
    await expect(channel.send('13800138000', MESSAGE)).rejects.toThrow(/HTTP 401/);
  });

  it.each([
    ['SANSHE_SMS_BODY', '{"text":"{text}"}'],
    ['SANSHE_SMS_BODY', 'phone={phone}&text={text}'],
    ['SANSHE_SMS_URL', 'ftp://gateway'],
    ['SANSHE_WECOM_ROBOTS', 'https://qyapi.example/'],
    ['SANSHE_DINGTALK_ROBOTS', '*=nowhere'],
  ])('stops the boot at a wrong %s', (name, value) => {
    expect(() => new MessagingConfig(new Environment({ [name]: value }))).toThrow(name);
  });
});
