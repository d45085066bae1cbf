import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { APPROVAL_CHANGES, type ApprovalChange } from './what-if.report.js';

const MOMENT = { type: String, format: 'date-time' } as const;
const MAYBE_TEXT = { type: String, nullable: true } as const;

export class StuckAnswer {
  @ApiProperty() step!: number;
  @ApiProperty() seq!: number;
  @ApiProperty(MOMENT) at!: string;
  @ApiProperty() event!: string;
  @ApiProperty({ type: [String] }) states!: string[];
  @ApiProperty() code!: string;
  @ApiProperty() reason!: string;
  @ApiPropertyOptional() guard?: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) values?: Record<string, unknown>;
}

export class MovedDeadlineAnswer {
  @ApiProperty() state!: string;
  @ApiProperty() title!: string;
  @ApiProperty() deadline!: string;
  @ApiProperty({ ...MOMENT, nullable: true }) oldDue!: string | null;
  @ApiProperty({ ...MOMENT, nullable: true }) newDue!: string | null;
  @ApiProperty() isOpen!: boolean;
}

export class ChangedApprovalAnswer {
  @ApiProperty() state!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: APPROVAL_CHANGES }) change!: ApprovalChange;
  @ApiProperty(MAYBE_TEXT) from!: string | null;
  @ApiProperty(MAYBE_TEXT) to!: string | null;
}

export class RefusedFieldAnswer {
  @ApiProperty() field!: string;
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

export class RefusedFormAnswer {
  @ApiProperty() seq!: number;
  @ApiProperty() event!: string;
  @ApiProperty() form!: string;
  @ApiProperty({ type: [RefusedFieldAnswer] }) fields!: RefusedFieldAnswer[];
}

export class WhatIfFindingAnswer {
  @ApiProperty() rootId!: number;
  @ApiProperty() instanceId!: number;
  @ApiProperty() title!: string;
  @ApiProperty() status!: string;
  @ApiProperty() fromVersion!: number;
  @ApiProperty() played!: number;
  @ApiProperty() steps!: number;
  @ApiProperty({ type: StuckAnswer, nullable: true }) stuck!: StuckAnswer | null;
  @ApiProperty({ type: [MovedDeadlineAnswer] }) deadlines!: MovedDeadlineAnswer[];
  @ApiProperty({ type: [ChangedApprovalAnswer] }) approvals!: ChangedApprovalAnswer[];
  @ApiProperty({ type: [RefusedFormAnswer] }) forms!: RefusedFormAnswer[];
}

export class WhatIfAnswer {
  @ApiProperty() process!: string;
  @ApiProperty() toVersion!: number;
  @ApiProperty() instances!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty() stuck!: number;
  @ApiProperty() withMovedDeadlines!: number;
  @ApiProperty() withOtherApprovals!: number;
  @ApiProperty() withRefusedForms!: number;
  @ApiProperty({ type: [WhatIfFindingAnswer] }) findings!: WhatIfFindingAnswer[];
}
