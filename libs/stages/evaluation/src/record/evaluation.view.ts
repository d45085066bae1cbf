import { ApiProperty } from '@nestjs/swagger';

/** 绩效自评 */
export class SelfReportView {
  @ApiProperty()
  completion!: string;

  @ApiProperty({ description: 'Fen' })
  spent!: number;

  @ApiProperty({ type: Number, nullable: true })
  people!: number | null;

  @ApiProperty()
  effects!: string;

  @ApiProperty()
  deviations!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  submittedAt!: Date;
}

/** 满意度调查 */
export class SurveyView {
  @ApiProperty()
  population!: number;

  @ApiProperty()
  respondents!: number;

  @ApiProperty()
  sampleSize!: number;

  @ApiProperty({ description: 'Ten-thousandths' })
  satisfaction!: number;

  @ApiProperty()
  interviewer!: string;

  @ApiProperty({ format: 'date' })
  surveyedOn!: string;
}

export class AcceptanceItemView {
  @ApiProperty()
  standard!: string;

  @ApiProperty()
  result!: string;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
}

/** 履约验收 */
export class AcceptanceView {
  @ApiProperty({ format: 'date' })
  acceptedOn!: string;

  @ApiProperty()
  members!: string;

  @ApiProperty()
  beneficiaries!: number;

  @ApiProperty()
  conclusion!: string;

  @ApiProperty()
  opinion!: string;

  @ApiProperty({ type: [AcceptanceItemView] })
  items!: AcceptanceItemView[];
}

/** 指标得分; score in hundredths of a point. */
export class IndicatorScoreView {
  @ApiProperty()
  indicator!: string;

  @ApiProperty()
  group!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  points!: number;

  @ApiProperty()
  score!: number;

  @ApiProperty({ type: String, nullable: true })
  evidence!: string | null;
}

/** 绩效评价结果 */
export class ResultView {
  @ApiProperty()
  grade!: string;

  @ApiProperty({ description: 'Hundredths of a point' })
  score!: number;

  @ApiProperty()
  documentNumber!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  decidedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  publishedAt!: Date | null;
}

/** What the evaluation of a project has brought so far. */
export class EvaluationView {
  @ApiProperty({ type: SelfReportView, nullable: true })
  selfReport!: SelfReportView | null;

  @ApiProperty({ type: SurveyView, nullable: true })
  survey!: SurveyView | null;

  @ApiProperty({ type: [AcceptanceView] })
  acceptances!: AcceptanceView[];

  @ApiProperty({ type: [IndicatorScoreView] })
  scores!: IndicatorScoreView[];

  @ApiProperty({ type: ResultView, nullable: true })
  result!: ResultView | null;
}
