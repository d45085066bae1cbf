import { types } from 'node:util';
import { isJsonObject, type Json, type JsonObject } from '#libs/kernel';
import { PermanentDeliveryError } from '../relay/delivery.error.js';
import { ChannelUnavailableError, NoAnswerError } from './channel.error.js';

/** Answers that ask to come again (RFC 9110): request timeout, too early, too many requests. */
const TRY_AGAIN = [408, 425, 429];
const SERVER_ERROR = 500;
const LONGEST_REASON = 200;

export interface WebHookCall {
  readonly url: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/** Posts JSON and gives the JSON of the answer, `{}` where it is none. Throws the errors of the port. */
export async function callWebHook(call: WebHookCall): Promise<JsonObject> {
  const { status, text } = await post(call);
  const reason = `HTTP ${status} ${text.slice(0, LONGEST_REASON)}`;
  if (status >= SERVER_ERROR || TRY_AGAIN.includes(status)) throw new ChannelUnavailableError(reason);
  if (status < 200 || status >= 300) throw new PermanentDeliveryError(reason);
  return jsonOf(text);
}

/** Robots of WeCom and DingTalk answer 200 and say in `errcode` what they think. */
export function checkErrcode(answer: JsonObject, transient: readonly number[]): void {
  const { errcode, errmsg } = answer;
  if (errcode === 0) return;
  const reason = `errcode ${JSON.stringify(errcode ?? null)} ${typeof errmsg === 'string' ? errmsg : ''}`.trim();
  if (typeof errcode === 'number' && !transient.includes(errcode)) throw new PermanentDeliveryError(reason);
  throw new ChannelUnavailableError(reason);
}

async function post({ url, body, headers, timeoutMs }: WebHookCall): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body,
      // An address that has moved is for the operator to enter: what is in it is not sent elsewhere.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') throw new NoAnswerError(timeoutMs, error);
    throw new ChannelUnavailableError(reasonOf(error), error);
  }
}

/** fetch says "fetch failed" and puts the reason into the cause. */
function reasonOf(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  return types.isNativeError(error.cause) ? error.cause.message || error.cause.name : error.message;
}

function jsonOf(text: string): JsonObject {
  try {
    const value = JSON.parse(text) as Json;
    return isJsonObject(value) ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
