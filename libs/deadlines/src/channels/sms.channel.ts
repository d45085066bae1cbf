import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PhoneBook, type UserRecord } from '#libs/identity';
import { MessagingConfig, SystemClock } from '#libs/platform';
import type { Channel, OutgoingMessage } from './channel.js';
import { shortened } from './shortened.js';
import { callWebHook } from './web-hook.js';

/** About seven parts of a long text message. */
const LONGEST_BYTES = 1500;

/**
 * 短信 by a gateway that takes JSON over HTTP. The body is a template of the settings, so that any gateway will do; the
 * id goes along as `Idempotency-Key`. With a secret, `X-Sanshe-Signature` is the hex HMAC-SHA256 of timestamp, line
 * feed and body.
 */
@Injectable()
export class SmsChannel implements Channel {
  readonly name = 'sms';

  constructor(
    private readonly config: MessagingConfig,
    private readonly phones: PhoneBook,
    private readonly clock: SystemClock,
  ) {}

  get isOn(): boolean {
    return this.config.smsUrl !== null;
  }

  addressOf(user: UserRecord): Promise<string | null> {
    return this.phones.phoneOf(user.id);
  }

  async send(address: string, { id, brief }: OutgoingMessage): Promise<void> {
    const { smsUrl, smsSecret, smsBody, timeoutMs } = this.config;
    if (smsUrl === null) return;
    const text = shortened(brief, LONGEST_BYTES);
    const body = filled(smsBody, { id, phone: address, text });
    await callWebHook({
      url: smsUrl,
      body,
      timeoutMs,
      headers: { 'idempotency-key': id, ...this.sign(body, smsSecret) },
    });
  }

  private sign(body: string, secret: string | null): Record<string, string> {
    if (secret === null) return {};
    const timestamp = String(this.clock.now().getTime());
    const signature = createHmac('sha256', secret).update(`${timestamp}\n${body}`).digest('hex');
    return { 'x-sanshe-timestamp': timestamp, 'x-sanshe-signature': signature };
  }
}

/** Values go in as JSON strings without their quotes: the template has those. */
function filled(template: string, values: Readonly<Record<'id' | 'phone' | 'text', string>>): string {
  return template.replace(/\{(id|phone|text)\}/g, (_, name: keyof typeof values) =>
    JSON.stringify(values[name]).slice(1, -1),
  );
}
