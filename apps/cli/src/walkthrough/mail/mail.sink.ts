import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
}

/** A mail server that keeps what it is given. */
export class MailSink {
  readonly mails: ReceivedMail[] = [];
  private readonly server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 500,
    onData: (stream, session, done) => {
      text(stream).then(
        (raw) => {
          this.mails.push(parse(raw, session.envelope.rcptTo[0]?.address ?? ''));
          done();
        },
        (error: Error) => done(error),
      );
    },
  });

  async open(port: number): Promise<void> {
    // A worker that is killed drops its connections: no reason to end the play.
    this.server.on('error', () => undefined);
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }
}

function parse(raw: string, to: string): ReceivedMail {
  const head = (raw.split(/\r?\n\r?\n/, 1)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  return { to, subject: decodeWords(header('Subject')), messageId: header('Message-ID') };
}

/** RFC 2047: `=?utf-8?B?…?=` and `=?utf-8?Q?…?=`; blanks between two words are not text. */
function decodeWords(value: string): string {
  const words = /=\?utf-8\?([BQ])\?([^?]*)\?=(?:\s+(?==\?))?/gi;
  const parts = [...value.matchAll(words)].map(([, form = '', coded = '']) => bytesOf(form, coded));
  return parts.length === 0 ? value : Buffer.concat(parts).toString('utf8');
}

function bytesOf(form: string, coded: string): Buffer {
  if (form.toUpperCase() === 'B') return Buffer.from(coded, 'base64');
  const plain = coded
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
