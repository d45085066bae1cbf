import { ApiProperty } from '@nestjs/swagger';
import { NEED_QUESTIONS, type NeedQuestion } from '../need/need-answer.entity.js';

export class NeedAnswerView {
  @ApiProperty({ enum: NEED_QUESTIONS })
  question!: NeedQuestion;

  @ApiProperty()
  item!: string;

  @ApiProperty({ type: String, nullable: true })
  choice!: string | null;

  @ApiProperty()
  answer!: string;
}

export class NeedNumberView {
  @ApiProperty()
  townshipCode!: string;

  @ApiProperty()
  servedCount!: number;

  @ApiProperty()
  staffCount!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'People to be served for each member of staff; null without staff',
  })
  servedPerStaff!: number | null;
}

/** A need as it was submitted last; amount in fen. */
export class NeedView {
  @ApiProperty()
  revision!: number;

  @ApiProperty()
  problem!: string;

  @ApiProperty()
  problemFoundBy!: string;

  @ApiProperty({ format: 'date' })
  problemFoundOn!: string;

  @ApiProperty()
  statement!: string;

  @ApiProperty()
  nature!: string;

  @ApiProperty()
  level!: string;

  @ApiProperty()
  category!: string;

  @ApiProperty()
  mode!: string;

  @ApiProperty()
  modeReason!: string;

  @ApiProperty()
  targetGroup!: string;

  @ApiProperty()
  serviceDemand!: string;

  @ApiProperty()
  serviceStandard!: string;

  @ApiProperty()
  serviceContent!: string;

  @ApiProperty()
  evaluationStandard!: string;

  @ApiProperty()
  contractorQualification!: string;

  @ApiProperty()
  townshipCode!: string;

  @ApiProperty()
  villageCode!: string;

  @ApiProperty()
  plannedAmount!: number;

  @ApiProperty({ format: 'date' })
  serviceFrom!: string;

  @ApiProperty({ format: 'date' })
  serviceTo!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  submittedAt!: Date;

  @ApiProperty({ type: [NeedAnswerView] })
  answers!: readonly NeedAnswerView[];

  @ApiProperty({ type: [NeedNumberView] })
  numbers!: readonly NeedNumberView[];
}

export class OpinionView {
  @ApiProperty()
  level!: string;

  @ApiProperty()
  outcome!: string;

  @ApiProperty()
  opinion!: string;

  @ApiProperty({ type: String, nullable: true })
  venue!: string | null;

  @ApiProperty({ type: String, nullable: true })
  documentNo!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  metOn!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  attachmentId!: number | null;

  @ApiProperty({ type: String, nullable: true })
  organisationName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  userName!: string | null;

  @ApiProperty({ description: 'Revision of the need that was looked at' })
  revision!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
}

export class DecisionView {
  @ApiProperty()
  outcome!: string;

  @ApiProperty()
  opinion!: string;

  @ApiProperty()
  documentNo!: string;

  @ApiProperty({ format: 'date' })
  decidedOn!: string;

  @ApiProperty({ type: Number, nullable: true })
  attachmentId!: number | null;

  @ApiProperty({ type: String, nullable: true })
  userName!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
}

/** Records of the application stage; empty until the need is submitted. */
export class ApplicationView {
  @ApiProperty({ type: NeedView, nullable: true })
  need!: NeedView | null;

  @ApiProperty({ type: [OpinionView] })
  opinions!: readonly OpinionView[];

  @ApiProperty({ type: DecisionView, nullable: true })
  decision!: DecisionView | null;
}
