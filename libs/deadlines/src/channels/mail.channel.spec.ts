import { afterEach, describe, expect, it } from '@jest/globals';
import { mailConfig, SmtpSink } from '../testing.js';
import { PermanentDeliveryError } from '../relay/delivery.error.js';
import { ChannelUnavailableError } from './channel.error.js';
import { MailChannel } from './mail.channel.js';

const ADDRESS = 'officer@test.example';
const MESSAGE = { id: 's-1', name: '吉克', title: '期限提醒', body: '您好', brief: '' };

const sinks: SmtpSink[] = [];
const channels: MailChannel[] = [];

async function aSink(): Promise<SmtpSink> {
  const sink = await SmtpSink.start();
  sinks.push(sink);
  return sink;
}

function aChannel(smtpUrl?: string): MailChannel {
  const channel = new MailChannel(mailConfig(smtpUrl));
  channels.push(channel);
  return channel;
}

afterEach(async () => {
  for (const channel of channels.splice(0)) channel.onModuleDestroy();
  await Promise.all(sinks.splice(0).map((sink) => sink.stop()));
});

describe('MailChannel', () => {
  it('is off until a server is named', () => {
    expect(aChannel().isOn).toBe(false);
  });

  it('speaks SMTP, with a fixed Message-ID', async () => {
    const sink = await aSink();
    await aChannel(sink.url).send(ADDRESS, MESSAGE);
    expect(sink.messages).toHaveLength(1);
    expect(sink.messages[0]).toMatchObject({ to: [ADDRESS], messageId: '<s-1@sanshe>' });
    expect(sink.messages[0]?.subject).toBe('【三社】期限提醒');
    expect(sink.messages[0]?.text).toContain('吉克：');
  });

  it('says that a server that is away may come back', async () => {
    const sink = await aSink();
    await sink.stop();
    await expect(aChannel(sink.url).send(ADDRESS, MESSAGE)).rejects.toBeInstanceOf(ChannelUnavailableError);
  });

  it.each([
    [421, ChannelUnavailableError],
    [452, ChannelUnavailableError],
    [550, PermanentDeliveryError],
  ])('takes reply %i for %p', async (reply, expected) => {
    const sink = await aSink();
    sink.refuseRecipientsWith(reply);
    await expect(aChannel(sink.url).send(ADDRESS, MESSAGE)).rejects.toBeInstanceOf(expected);
  });
});
