import { Environment } from './environment.js';

/** E-mail; off until an SMTP server is named. */
export class MailConfig {
  /** SANSHE_SMTP_URL: e.g. smtp://host:25; unset means that no mail is sent. */
  readonly smtpUrl: string | null;
  /** SANSHE_MAIL_FROM: sender of every message. */
  readonly from: string;
  /** SANSHE_PUBLIC_URL: address put into links. */
  readonly publicUrl: string;

  constructor(environment: Environment = new Environment()) {
    this.smtpUrl = environment.optional('SANSHE_SMTP_URL');
    this.from = environment.text('SANSHE_MAIL_FROM', '三社平台 <noreply@sanshe.example>');
    this.publicUrl = environment.text('SANSHE_PUBLIC_URL', 'http://127.0.0.1:3000');
  }
}
