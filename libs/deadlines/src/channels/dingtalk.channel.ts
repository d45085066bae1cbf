import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, type UserRecord } from '#libs/identity';
import { MessagingConfig, SystemClock } from '#libs/platform';
import type { Channel, OutgoingMessage } from './channel.js';
import { robotText } from './robot.text.js';
import { robotOf } from './robot.address.js';
import { callWebHook, checkErrcode } from './web-hook.js';

/** The robot's limit for a message. */
const LONGEST_BYTES = 20_000;
/** Busy; sent too fast, as it has said over the years. */
const TRY_AGAIN = [-1, 130101, 410100, 430104];

/**
 * 钉钉群机器人: posts into the group of a person's organisation, signed where its address has a secret (加签). The clock
 * of this machine must be right within an hour.
 */
@Injectable()
export class DingTalkChannel implements Channel {
  readonly name = 'dingtalk';

  constructor(
    private readonly config: MessagingConfig,
    private readonly directory: OrganisationDirectory,
    private readonly clock: SystemClock,
  ) {}

  get isOn(): boolean {
    return this.config.dingTalkRobots.size > 0;
  }

  async addressOf(user: UserRecord): Promise<string | null> {
    return robotOf(this.config.dingTalkRobots, this.directory.byId(user.organisationId));
  }

  async send(address: string, message: OutgoingMessage): Promise<void> {
    const body = JSON.stringify({ msgtype: 'text', text: { content: robotText(message, LONGEST_BYTES) } });
    const { timeoutMs } = this.config;
    const url = signed(address, this.clock.now().getTime());
    checkErrcode(await callWebHook({ url, body, timeoutMs }), TRY_AGAIN);
  }
}

/** The secret stands behind `#`, so that it never goes over the wire. */
function signed(address: string, timestamp: number): string {
  const url = new URL(address);
  const secret = decodeURIComponent(url.hash.slice(1));
  url.hash = '';
  if (secret === '') return url.href;
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  url.searchParams.set('timestamp', String(timestamp));
  url.searchParams.set('sign', sign);
  return url.href;
}
