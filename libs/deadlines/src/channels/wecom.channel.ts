import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, type UserRecord } from '#libs/identity';
import { MessagingConfig } from '#libs/platform';
import type { Channel, OutgoingMessage } from './channel.js';
import { robotText } from './robot.text.js';
import { robotOf } from './robot.address.js';
import { callWebHook, checkErrcode } from './web-hook.js';

/** The robot's limit for a text. */
const LONGEST_BYTES = 2048;
/** Busy; too many calls; too many at a time. */
const TRY_AGAIN = [-1, 45009, 45033];

/** 企业微信群机器人: posts into the group of a person's organisation. The key in the address is all that it asks for. */
@Injectable()
export class WeComChannel implements Channel {
  readonly name = 'wecom';

  constructor(
    private readonly config: MessagingConfig,
    private readonly directory: OrganisationDirectory,
  ) {}

  get isOn(): boolean {
    return this.config.weComRobots.size > 0;
  }

  async addressOf(user: UserRecord): Promise<string | null> {
    return robotOf(this.config.weComRobots, this.directory.byId(user.organisationId));
  }

  async send(address: string, message: OutgoingMessage): Promise<void> {
    const body = JSON.stringify({ msgtype: 'text', text: { content: robotText(message, LONGEST_BYTES) } });
    const { timeoutMs } = this.config;
    checkErrcode(await callWebHook({ url: address, body, timeoutMs }), TRY_AGAIN);
  }
}
