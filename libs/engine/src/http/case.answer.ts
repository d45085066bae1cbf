import { ApiProperty } from '@nestjs/swagger';
import { HISTORY_KINDS, type HistoryKind } from '../history/history.draft.js';
import { FormAnswer, StepAnswer } from './task.answer.js';

const JSON_OBJECT = { type: 'object', additionalProperties: true } as const;
const MOMENT = { type: String, format: 'date-time' } as const;

export class ActiveState extends StepAnswer {
  @ApiProperty({ type: [String] }) law!: string[];
}

export class InstanceAnswer {
  @ApiProperty() id!: number;
  @ApiProperty({ type: Number, nullable: true }) parentId!: number | null;
  @ApiProperty() process!: string;
  @ApiProperty({ type: String, nullable: true }) stage!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty() version!: number;
  @ApiProperty() status!: string;
  @ApiProperty(MOMENT) startedAt!: Date;
  @ApiProperty({ ...MOMENT, nullable: true }) endedAt!: Date | null;
  @ApiProperty({ type: [ActiveState] }) active!: ActiveState[];
  @ApiProperty({ ...JSON_OBJECT, nullable: true }) output!: Record<string, unknown> | null;
}

export class AssigneeAnswer {
  @ApiProperty() organisation!: string;
  @ApiProperty() role!: string;
}

export class OpenTaskAnswer extends StepAnswer {
  @ApiProperty() id!: number;
  @ApiProperty() instanceId!: number;
  @ApiProperty({ ...MOMENT, nullable: true }) dueAt!: Date | null;
  @ApiProperty({ description: '暂定' }) provisional!: boolean;
  @ApiProperty() version!: number;
  @ApiProperty({ type: [AssigneeAnswer] }) assignees!: AssigneeAnswer[];
  @ApiProperty() mine!: boolean;
}

export class LineAnswer {
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

export class DeadlineAnswer {
  @ApiProperty() instanceId!: number;
  @ApiProperty() state!: string;
  @ApiProperty() deadline!: string;
  @ApiProperty() kind!: string;
  @ApiProperty(MOMENT) dueAt!: Date;
  @ApiProperty(MOMENT) nextAt!: Date;
  @ApiProperty() period!: string;
  @ApiProperty({ type: String, nullable: true }) law!: string | null;
  @ApiProperty() provisional!: boolean;
  @ApiProperty({ description: 'Due, and waiting for the notice that confirms its date' }) held!: boolean;
  @ApiProperty({ type: [LineAnswer] }) lines!: LineAnswer[];
}

export class OptionAnswer {
  @ApiProperty() instanceId!: number;
  @ApiProperty() event!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: FormAnswer, nullable: true }) form!: FormAnswer | null;
}

export class CaseAnswer {
  @ApiProperty() id!: number;
  @ApiProperty() title!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() status!: string;
  @ApiProperty(MOMENT) startedAt!: Date;
  @ApiProperty(MOMENT) businessAt!: Date;
  @ApiProperty({ type: [InstanceAnswer] }) instances!: InstanceAnswer[];
  @ApiProperty({ type: [OpenTaskAnswer] }) tasks!: OpenTaskAnswer[];
  @ApiProperty({ type: [DeadlineAnswer] }) deadlines!: DeadlineAnswer[];
  @ApiProperty({ type: [OptionAnswer] }) options!: OptionAnswer[];
}

export class HistoryActor {
  @ApiProperty() name!: string;
  @ApiProperty() organisation!: string;
  @ApiProperty({ type: String, nullable: true, description: '代理：for whom' }) onBehalfOf!: string | null;
}

export class HistoryTask {
  @ApiProperty() id!: number;
  @ApiProperty() title!: string;
}

export class EnteredForAnswer {
  @ApiProperty({ description: 'A day (decision taken elsewhere) or a moment' }) at!: string;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Attachment that shows it' }) document!: number | null;
}

export class HistoryLine {
  @ApiProperty() seq!: number;
  @ApiProperty(MOMENT) at!: Date;
  @ApiProperty(MOMENT) recordedAt!: Date;
  @ApiProperty({ enum: HISTORY_KINDS }) kind!: HistoryKind;
  @ApiProperty() event!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true }) process!: string | null;
  @ApiProperty({ type: HistoryActor, nullable: true }) actor!: HistoryActor | null;
  @ApiProperty({ type: HistoryTask, nullable: true }) task!: HistoryTask | null;
  @ApiProperty({ type: [String] }) entered!: string[];
  @ApiProperty({ type: [String] }) exited!: string[];
  @ApiProperty({ type: String, nullable: true }) comment!: string | null;
  @ApiProperty({ type: EnteredForAnswer, nullable: true, description: '补录' }) enteredFor!: EnteredForAnswer | null;
  @ApiProperty({ description: '拿回 rather than 撤回' }) takenBack!: boolean;
  @ApiProperty({ type: [String] }) recipients!: string[];
  @ApiProperty({ type: String, nullable: true }) firedBy!: string | null;
  @ApiProperty() hash!: string;
}

export class HistoryPage {
  @ApiProperty({ type: [HistoryLine] }) items!: HistoryLine[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class AttachmentAnswer {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
  @ApiProperty() size!: number;
  @ApiProperty() mediaType!: string;
  @ApiProperty() sha256!: string;
  @ApiProperty(MOMENT) uploadedAt!: Date;
}
