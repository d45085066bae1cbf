import { ApiProperty } from '@nestjs/swagger';
import { CHANNEL_NAMES, type ChannelName } from '../channels/channel.js';

/** Somebody who was to be told by a channel for which there is no address. */
export class UnreachedView {
  @ApiProperty()
  userId!: number;

  @ApiProperty()
  userName!: string;

  @ApiProperty()
  organisationName!: string;

  @ApiProperty({ enum: CHANNEL_NAMES })
  channel!: ChannelName;

  @ApiProperty({ description: 'Messages that did not leave the house for it' })
  count!: number;

  @ApiProperty({ type: String, format: 'date-time', description: 'The last time, system time' })
  lastAt!: string;
}
