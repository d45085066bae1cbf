import type { OutgoingMessage } from './channel.js';
import { shortened } from './shortened.js';

/** What a robot says in a group: to whom, what, and the id of the message, within so many bytes. */
export function robotText({ id, name, title, body }: OutgoingMessage, bytes: number): string {
  const end = `\n（消息编号：${id}）`;
  return shortened(`【三社】${title}\n${name}：\n${body}`, bytes - Buffer.byteLength(end)) + end;
}
