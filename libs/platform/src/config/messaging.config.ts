import { BadSettingError } from './bad-setting.error.js';
import { Environment } from './environment.js';

/** `<credit code or *>=<address>` */
const ROBOT = /^(\*|[0-9A-Z]{18})=(\S+)$/;
const SMS_BODY = '{"id":"{id}","phone":"{phone}","text":"{text}"}';

/** By config/notifications.yaml, or without digests and quiet hours. */
const NOTIFICATION_TIMINGS = ['configured', 'at-once'] as const;
type NotificationTiming = (typeof NOTIFICATION_TIMINGS)[number];

/** When notices leave the house, and the channels beside e-mail: text messages and robots in groups. Each channel is off until its address is set. */
export class MessagingConfig {
  /** SANSHE_SMS_URL: gateway for text messages, takes JSON by POST. */
  readonly smsUrl: string | null;
  /** SANSHE_SMS_SECRET: signs what goes to the gateway; unset sends it unsigned. */
  readonly smsSecret: string | null;
  /** SANSHE_SMS_BODY: JSON with `{id}`, `{phone}` and `{text}` inside quotes. */
  readonly smsBody: string;
  /** SANSHE_WECOM_ROBOTS: robots by credit code of the organisation whose group they stand in; `*` is everybody's. */
  readonly weComRobots: ReadonlyMap<string, string>;
  /** SANSHE_DINGTALK_ROBOTS: the same; the secret of 加签 stands behind `#`. */
  readonly dingTalkRobots: ReadonlyMap<string, string>;
  /** SANSHE_NOTIFICATIONS: `at-once` sends everything by itself and at any hour, for proofs that count what is sent. */
  readonly timing: NotificationTiming;
  /** SANSHE_CHANNEL_TIMEOUT_MS: how long a gateway or robot may take to answer. */
  readonly timeoutMs: number;

  constructor(environment: Environment = new Environment()) {
    const smsUrl = environment.optional('SANSHE_SMS_URL');
    if (smsUrl !== null && !isWebAddress(smsUrl)) throw new BadSettingError('SANSHE_SMS_URL', 'URL');
    this.smsUrl = smsUrl;
    this.smsSecret = environment.optional('SANSHE_SMS_SECRET');
    this.smsBody = bodyOf(environment.text('SANSHE_SMS_BODY', SMS_BODY));
    this.weComRobots = robotsOf('SANSHE_WECOM_ROBOTS', environment.optional('SANSHE_WECOM_ROBOTS'));
    this.dingTalkRobots = robotsOf('SANSHE_DINGTALK_ROBOTS', environment.optional('SANSHE_DINGTALK_ROBOTS'));
    this.timing = environment.oneOf('SANSHE_NOTIFICATIONS', NOTIFICATION_TIMINGS, 'configured');
    this.timeoutMs = environment.integer('SANSHE_CHANNEL_TIMEOUT_MS', 10_000, { min: 100, max: 60_000 });
  }
}

function robotsOf(name: string, setting: string | null): ReadonlyMap<string, string> {
  const entries = (setting ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  return new Map(entries.map((entry) => robotOf(name, entry)));
}

function robotOf(name: string, entry: string): [string, string] {
  const [, key = '', address = ''] = ROBOT.exec(entry) ?? [];
  if (isWebAddress(address)) return [key, address];
  throw new BadSettingError(name, '<统一社会信用代码或 *>=<URL>，以逗号分隔 (credit code or *, =, URL; by commas)');
}

function bodyOf(template: string): string {
  const isJson = parses(template.replace(/\{(id|phone|text)\}/g, ''));
  if (isJson && template.includes('{phone}') && template.includes('{text}')) return template;
  throw new BadSettingError('SANSHE_SMS_BODY', '含 {phone} 和 {text} 的 JSON (JSON with both)');
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
