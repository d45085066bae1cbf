import { ApiProperty } from '@nestjs/swagger';
import { PersonAnswer } from '../../http/task.answer.js';

const MOMENT = { type: String, format: 'date-time' } as const;
const COUNT = { type: Number, nullable: true, maximum: 1000 } as const;

/** One line of a box of tasks, for the API document. */
export class InboxLine {
  @ApiProperty() id!: number;
  @ApiProperty() rootId!: number;
  @ApiProperty() caseTitle!: string;
  @ApiProperty() caseStatus!: string;
  @ApiProperty() divisionCode!: string;
  @ApiProperty() title!: string;
  @ApiProperty() state!: string;
  @ApiProperty() process!: string;
  @ApiProperty({ ...MOMENT, nullable: true }) dueAt!: Date | null;
  @ApiProperty({ description: '暂定: no holiday notice covers the due day yet' }) provisional!: boolean;
  @ApiProperty(MOMENT) openedAt!: Date;
  @ApiProperty({ ...MOMENT, nullable: true }) closedAt!: Date | null;
  @ApiProperty() overdue!: boolean;
  @ApiProperty() version!: number;
  @ApiProperty() status!: string;
  @ApiProperty({ type: PersonAnswer, nullable: true }) onBehalfOf!: PersonAnswer | null;
}

export class InboxPage {
  @ApiProperty({ type: [InboxLine] }) items!: InboxLine[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class CaseStepAnswer {
  @ApiProperty() taskId!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ ...MOMENT, nullable: true }) dueAt!: Date | null;
}

export class CopyMarkAnswer {
  @ApiProperty(MOMENT) at!: Date;
  @ApiProperty({ ...MOMENT, nullable: true }) readAt!: Date | null;
}

/** One line of a box of cases. */
export class CaseLine {
  @ApiProperty() rootId!: number;
  @ApiProperty() title!: string;
  @ApiProperty() status!: string;
  @ApiProperty() process!: string;
  @ApiProperty() divisionCode!: string;
  @ApiProperty(MOMENT) startedAt!: Date;
  @ApiProperty(MOMENT) businessAt!: Date;
  @ApiProperty({ type: [CaseStepAnswer] }) steps!: CaseStepAnswer[];
  @ApiProperty() overdue!: boolean;
  @ApiProperty({ type: CopyMarkAnswer, nullable: true }) copy!: CopyMarkAnswer | null;
}

export class CaseBoxPage {
  @ApiProperty({ type: [CaseLine] }) items!: CaseLine[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

/** Lines in each box, counted up to 1000; `copied` counts the unread; null where the caller has no such box. */
export class BoxCountsAnswer {
  @ApiProperty(COUNT) todo!: number | null;
  @ApiProperty(COUNT) overdue!: number | null;
  @ApiProperty(COUNT) done!: number | null;
  @ApiProperty(COUNT) started!: number | null;
  @ApiProperty(COUNT) copied!: number | null;
  @ApiProperty(COUNT) area!: number | null;
}
