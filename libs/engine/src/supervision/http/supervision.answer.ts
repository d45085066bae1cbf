import { ApiProperty } from '@nestjs/swagger';
import type { LateBucket } from '../board/late.bucket.js';
import {
  SUPERVISION_OUTCOMES,
  SUPERVISION_STATUSES,
  type SupervisionOutcome,
  type SupervisionStatus,
} from '../supervision.js';

const MOMENT = { type: String, format: 'date-time' } as const;
const MOMENT_OR_NULL = { ...MOMENT, nullable: true } as const;
const TEXT_OR_NULL = { type: String, nullable: true } as const;
const DAY_OR_NULL = { type: String, format: 'date', nullable: true } as const;

/** One line of the list of supervisions. */
export class SupervisionAnswer {
  @ApiProperty() id!: number;
  @ApiProperty() rootId!: number;
  @ApiProperty() taskId!: number;
  @ApiProperty() caseTitle!: string;
  @ApiProperty() taskTitle!: string;
  @ApiProperty({ description: 'Level of the ladder' }) level!: string;
  @ApiProperty() organisationId!: number;
  @ApiProperty({ description: 'Role of the superior that acts' }) role!: string;
  @ApiProperty({ description: '督办单位' }) superior!: string;
  @ApiProperty() subjectId!: number;
  @ApiProperty({ description: '被督办单位' }) subject!: string;
  @ApiProperty({ enum: SUPERVISION_STATUSES }) status!: SupervisionStatus;
  @ApiProperty({ enum: SUPERVISION_OUTCOMES, nullable: true }) outcome!: SupervisionOutcome | null;
  @ApiProperty(MOMENT_OR_NULL) dueAt!: Date | null;
  @ApiProperty(MOMENT) openedAt!: Date;
  @ApiProperty(MOMENT_OR_NULL) closedAt!: Date | null;
  @ApiProperty(TEXT_OR_NULL) closedByName!: string | null;
  @ApiProperty({ description: 'Explanations asked for' }) asked!: number;
  @ApiProperty({ description: 'Explanations still owed' }) owed!: number;
}

export class SupervisionPage {
  @ApiProperty({ type: [SupervisionAnswer] }) items!: SupervisionAnswer[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class ExplanationAnswer {
  @ApiProperty() id!: number;
  @ApiProperty() question!: string;
  @ApiProperty() askedBy!: string;
  @ApiProperty(MOMENT) askedAt!: Date;
  @ApiProperty(TEXT_OR_NULL) answer!: string | null;
  @ApiProperty({ type: [Number] }) attachments!: number[];
  @ApiProperty(TEXT_OR_NULL) answeredBy!: string | null;
  @ApiProperty(MOMENT_OR_NULL) answeredAt!: Date | null;
}

export class SuccessorAnswer {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
}

export class DateBoundsAnswer {
  @ApiProperty(DAY_OR_NULL) earliest!: string | null;
  @ApiProperty(DAY_OR_NULL) latest!: string | null;
}

/** A supervision with what can be done about it. */
export class SupervisionDetailAnswer extends SupervisionAnswer {
  @ApiProperty({ type: [ExplanationAnswer] }) explanations!: ExplanationAnswer[];
  @ApiProperty({ description: 'The caller holds the post that acts' }) isMine!: boolean;
  @ApiProperty({ type: [SuccessorAnswer], description: 'Who may get the task' }) successors!: SuccessorAnswer[];
  @ApiProperty({ type: DateBoundsAnswer, description: 'Days between which the task may be due' })
  dates!: DateBoundsAnswer;
}

/** Open tasks by bucket. */
export class BoardCountsAnswer implements Record<LateBucket, number> {
  @ApiProperty() open!: number;
  @ApiProperty() 'due-this-week'!: number;
  @ApiProperty() overdue!: number;
  @ApiProperty() 'late-1-3'!: number;
  @ApiProperty() 'late-4-7'!: number;
  @ApiProperty() 'late-8-15'!: number;
  @ApiProperty() 'late-over-15'!: number;
  @ApiProperty({ description: 'With an open supervision' }) escalated!: number;
}

export class BoardLineAnswer {
  @ApiProperty({ example: '513431' }) division!: string;
  @ApiProperty({ example: '昭觉县' }) name!: string;
  @ApiProperty({ type: BoardCountsAnswer }) counts!: BoardCountsAnswer;
  @ApiProperty({ description: 'Tasks that fell due in the last 90 days' }) fellDue!: number;
  @ApiProperty({ description: 'Those of them that were done in time' }) onTime!: number;
}

export class LateTaskAnswer {
  @ApiProperty() taskId!: number;
  @ApiProperty() rootId!: number;
  @ApiProperty() caseTitle!: string;
  @ApiProperty() taskTitle!: string;
  @ApiProperty() divisionCode!: string;
  @ApiProperty({ type: [String] }) organisations!: string[];
  @ApiProperty(MOMENT_OR_NULL) dueAt!: Date | null;
  @ApiProperty({ description: 'Natural days; 0 while in time' }) daysLate!: number;
  @ApiProperty() escalated!: boolean;
}

export class LateTaskPage {
  @ApiProperty({ type: [LateTaskAnswer] }) items!: LateTaskAnswer[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
