import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { MailConfig } from '#libs/platform';
import { createTransport, type Transporter } from 'nodemailer';
import { PermanentDeliveryError } from '../relay/delivery.error.js';
import { MailUnavailableError } from './mail.error.js';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
const CONNECTIONS = 4;
/** From here on the server's answer is final (RFC 5321, 4.2.1). */
const FIRST_PERMANENT_REPLY = 500;

export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** The same each time a message is sent again, so that mail programs show it once. */
  readonly messageId: string;
}

/** E-mail by SMTP; off until a server is configured. */
@Injectable()
export class MailChannel implements OnModuleDestroy {
  private readonly transport: Transporter | null;

  constructor(private readonly config: MailConfig) {
    this.transport = config.smtpUrl === null ? null : createTransport(transportOptions(config.smtpUrl));
  }

  get isOn(): boolean {
    return this.transport !== null;
  }

  async send(mail: Mail): Promise<void> {
    try {
      await this.transport?.sendMail({ from: this.config.from, ...mail });
    } catch (error) {
      throw isFinal(error) ? new PermanentDeliveryError(textOf(error), error) : new MailUnavailableError(error);
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

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
