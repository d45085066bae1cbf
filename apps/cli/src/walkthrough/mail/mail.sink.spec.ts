import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { anyFreePort } from '../../../../launcher/src/free-port.mjs';
import { MailSink } from './mail.sink.js';

const sink = new MailSink();
let port: number;

beforeAll(async () => {
  port = await anyFreePort();
  await sink.open(port);
});
afterAll(() => sink.close());

it.each([
  'plain words',
  '【三社】逾期督办：整改复查已逾期14天',
  '【三社】期限提醒：一个很长很长的标题，长到邮件程序要把它折成好几行才放得下，每一行都另行编码',
])('keeps what it is given: %s', async (subject) => {
  const transport = createTransport({ host: '127.0.0.1', port });
  const messageId = `<n-${subject.length}@sanshe>`;
  await transport.sendMail({ from: 'a@demo.example', to: 'b@demo.example', subject, text: '正文', messageId });
  transport.close();
  expect(sink.mails.at(-1)).toEqual({ to: 'b@demo.example', subject, messageId });
});
