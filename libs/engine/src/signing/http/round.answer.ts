import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ABSTAIN_RULES,
  type AbstainRule,
  REJECT_RULES,
  type RejectRule,
  SEAT_ORIGINS,
  SEAT_STATUSES,
  type SeatOrigin,
  type SeatStatus,
  SIGN_MODES,
  SIGN_ORDERS,
  type SignMode,
  type SignOrder,
} from '#libs/kernel';
import { PersonAnswer } from '../../http/task.answer.js';
import type { PersonView } from '../people.finder.js';
import type { RoundView, SeatView } from '../round.reader.js';
import { SEAT_OPERATIONS, type SeatOperationName } from '../seat.operations.js';

/** How they decide together. */
export class SignRuleAnswer {
  @ApiProperty({ enum: SIGN_MODES }) mode!: SignMode;
  @ApiProperty({ enum: SIGN_ORDERS }) order!: SignOrder;
  @ApiProperty({ enum: REJECT_RULES }) onReject!: RejectRule;
  @ApiProperty() decideEarly!: boolean;
  @ApiProperty({ enum: ABSTAIN_RULES }) abstain!: AbstainRule;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: '票签: when it passes' })
  pass?: never;
  @ApiPropertyOptional() rejectCount?: number;
}

/** One place of a round. */
export class SeatAnswer implements SeatView {
  @ApiProperty() id!: number;
  @ApiProperty({ enum: SEAT_STATUSES }) status!: SeatStatus;
  @ApiProperty({ enum: SEAT_ORIGINS }) origin!: SeatOrigin;
  @ApiProperty() position!: number;
  @ApiProperty() weight!: number;
  @ApiProperty({ type: Number, nullable: true }) parent!: number | null;
  @ApiProperty({ type: PersonAnswer, nullable: true }) person!: PersonAnswer | null;
  @ApiProperty() organisation!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ type: String, nullable: true }) comment!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) at!: Date | null;
  @ApiProperty() isMine!: boolean;
  @ApiProperty() isRemovable!: boolean;
}

/** 办理轮次. */
export class RoundAnswer implements Omit<RoundView, 'rule'> {
  @ApiProperty({ type: SignRuleAnswer }) rule!: SignRuleAnswer;
  @ApiProperty({ type: [SeatAnswer] }) seats!: SeatAnswer[];
  @ApiProperty({ enum: SEAT_OPERATIONS, isArray: true }) operations!: SeatOperationName[];
}

/** Somebody to choose. */
export class ChoiceAnswer implements PersonView {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
  @ApiProperty() organisation!: string;
  @ApiProperty({ type: [String] }) roles!: string[];
}
