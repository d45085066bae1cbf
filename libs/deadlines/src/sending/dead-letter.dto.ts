import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '#libs/platform';
import { CHANNEL_NAMES, type ChannelName } from '../channels/channel.js';
import { SENDING_SUBJECTS, type SendingSubject } from './sending.entity.js';

export class DeadLetterQuery extends PageQuery {
  @ApiPropertyOptional({ enum: CHANNEL_NAMES })
  @IsOptional()
  @IsIn(CHANNEL_NAMES)
  channel?: ChannelName;
}

export class ResendDto {
  @ApiProperty({ enum: CHANNEL_NAMES, description: 'All dead letters of that channel' })
  @IsIn(CHANNEL_NAMES)
  channel!: ChannelName;
}

/** How many letters are on their way again. */
export class ResentView {
  @ApiProperty()
  count!: number;
}

/** 死信: what could not leave the house. Without its content, which is none of the operator's business. */
export class DeadLetterView {
  @ApiProperty({ description: 'The id that the message carries: `s-<id>`' })
  id!: number;

  @ApiProperty({ enum: CHANNEL_NAMES })
  channel!: ChannelName;

  @ApiProperty({ enum: SENDING_SUBJECTS })
  subject!: SendingSubject;

  @ApiProperty({ description: 'To whom' })
  userName!: string;

  @ApiProperty()
  organisationName!: string;

  @ApiProperty()
  reason!: string;

  @ApiProperty()
  attempts!: number;

  @ApiProperty({ description: 'How often it was sent again although it may have arrived' })
  doubtCount!: number;

  @ApiProperty({ type: String, format: 'date-time', description: 'System time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'When it was given up, system time' })
  closedAt!: string;
}
