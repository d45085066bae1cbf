import { Injectable } from '@nestjs/common';
import { ClockConfig } from '#libs/platform';
import type { Channel, ChannelName } from './channel.js';
import { DingTalkChannel } from './dingtalk.channel.js';
import { MailChannel } from './mail.channel.js';
import { SmsChannel } from './sms.channel.js';
import { WeComChannel } from './wecom.channel.js';

/** All channels; `on` has those whose settings name a server. */
@Injectable()
export class ChannelBook {
  readonly on: readonly Channel[];

  constructor(mail: MailChannel, sms: SmsChannel, wecom: WeComChannel, dingTalk: DingTalkChannel, clock: ClockConfig) {
    // 培训环境: invented deadlines reach nobody outside, whatever is configured.
    this.on = clock.isTraining ? [] : [mail, sms, wecom, dingTalk].filter((channel) => channel.isOn);
  }

  /** Null while it is off. */
  byName(name: ChannelName): Channel | null {
    return this.on.find((channel) => channel.name === name) ?? null;
  }
}
