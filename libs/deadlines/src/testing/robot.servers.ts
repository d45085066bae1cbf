import { createHmac } from 'node:crypto';
import { type Answer, errcode, type ReceivedCall } from './web-hook.server.js';

const HOUR_MS = 3_600_000;

interface TextMessage {
  readonly msgtype?: unknown;
  readonly text?: { readonly content?: unknown };
}

/** As oapi.dingtalk.com answers: the token, the time within an hour, the signature, then the shape. */
export function dingTalk(token: string, secret: string, now: () => number) {
  return ({ url, body }: ReceivedCall): Answer => {
    if (url.pathname !== '/robot/send' || url.searchParams.get('access_token') !== token)
      return errcode(300001, 'token is not exist');
    const timestamp = url.searchParams.get('timestamp') ?? '';
    if (!(Math.abs(now() - Number(timestamp)) < HOUR_MS)) return errcode(310000, 'invalid timestamp');
    const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`, 'utf8').digest('base64');
    if (url.searchParams.get('sign') !== sign) return errcode(310000, 'sign not match');
    return isText(body) ? errcode(0) : errcode(40035, '缺少参数 json');
  };
}

/** As qyapi.weixin.qq.com answers: the key, then the shape and its 2048 bytes. */
export function weCom(key: string) {
  return ({ url, body }: ReceivedCall): Answer => {
    if (url.pathname !== '/cgi-bin/webhook/send' || url.searchParams.get('key') !== key)
      return errcode(93000, 'invalid webhook url');
    if (!isText(body)) return errcode(40008, 'invalid message type');
    return Buffer.byteLength(contentOf(body)) > 2048
      ? errcode(40058, 'text.content exceed max length 2048')
      : errcode(0);
  };
}

/** What a robot was made to say. */
export function contentOf(body: string): string {
  const content = parsed(body).text?.content;
  return typeof content === 'string' ? content : '';
}

function isText(body: string): boolean {
  return parsed(body).msgtype === 'text' && contentOf(body) !== '';
}

function parsed(body: string): TextMessage {
  return JSON.parse(body) as TextMessage;
}
