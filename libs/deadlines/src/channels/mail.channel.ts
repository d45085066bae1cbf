import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { UserRecord } from '#libs/identity';
import { MailConfig } from '#libs/platform';
import { createTransport, type Transporter } from 'nodemailer';
import { PermanentDeliveryError } from '../relay/delivery.error.js';
import type { Channel, OutgoingMessage } from './channel.js';
import { ChannelUnavailableError } from './channel.error.js';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
const CONNECTIONS = 4;
/** From here on the server's answer is final (RFC 5321, 4.2.1). */
const FIRST_PERMANENT_REPLY = 500;
const SUBJECT_PREFIX = '【三社】';

/** E-mail by SMTP. The id is the Message-ID, so that mail programs show a double once. */
@Injectable()
export class MailChannel implements Channel, OnModuleDestroy {
  readonly name = 'mail';
  private readonly transport: Transporter | null;

  constructor(private readonly config: MailConfig) {
    this.transport = config.smtpUrl === null ? null : createTransport(transportOptions(config.smtpUrl));
  }

  get isOn(): boolean {
    return this.transport !== null;
  }

  async addressOf({ email }: UserRecord): Promise<string | null> {
    return email === '' ? null : email;
  }

  async send(address: string, { id, name, title, body }: OutgoingMessage): Promise<void> {
    const mail = {
      from: this.config.from,
      to: { name, address },
      subject: `${SUBJECT_PREFIX}${title}`,
      text: `${name}：\n${body}\n`,
      messageId: `<${id}@sanshe>`,
    };
    try {
      await this.transport?.sendMail(mail);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw isFinal(error) ? new PermanentDeliveryError(reason, error) : new ChannelUnavailableError(reason, error);
    }
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }
}

function transportOptions(url: string) {
  return {
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  } as const;
}

function isFinal(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error)) return false;
  return typeof error.responseCode === 'number' && error.responseCode >= FIRST_PERMANENT_REPLY;
}
