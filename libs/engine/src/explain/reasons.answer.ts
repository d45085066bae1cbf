import { ApiProperty, OmitType } from '@nestjs/swagger';
import { DeadlineAnswer, InstanceAnswer } from '../http/case.answer.js';
import { type Verdict, VERDICTS } from './guard.explainer.js';
import { UNBLOCKER_KINDS, type UnblockerKind } from './guard-unblocking.js';
import { type Obstacle, OBSTACLES } from './obstacle.finder.js';

const MOMENT = { type: String, format: 'date-time' } as const;
const MAYBE_TEXT = { type: String, nullable: true } as const;

export class PostAnswer {
  @ApiProperty({ description: 'Relation to the case, as the definition says' }) organisation!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ type: [String], description: 'Names; the first of them where many may' }) organisations!: string[];
  @ApiProperty({ description: 'As the region calls it' }) roleTitle!: string;
}

export class UnblockerAnswer {
  @ApiProperty() reads!: string;
  @ApiProperty() readsTitle!: string;
  @ApiProperty({ enum: UNBLOCKER_KINDS }) kind!: UnblockerKind;
  @ApiProperty() name!: string;
  @ApiProperty(MAYBE_TEXT) state!: string | null;
  @ApiProperty(MAYBE_TEXT) stateTitle!: string | null;
  @ApiProperty() isNow!: boolean;
  @ApiProperty({ type: PostAnswer, nullable: true }) by!: PostAnswer | null;
}

export class ExplainedActionAnswer {
  @ApiProperty() instanceId!: number;
  @ApiProperty() process!: string;
  @ApiProperty({ type: Number, nullable: true }) taskId!: number | null;
  @ApiProperty() state!: string;
  @ApiProperty() stateTitle!: string;
  @ApiProperty() event!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: PostAnswer, nullable: true }) by!: PostAnswer | null;
  @ApiProperty({ enum: VERDICTS }) verdict!: Verdict;
  @ApiProperty({ enum: OBSTACLES, nullable: true }) because!: Obstacle | null;
  @ApiProperty(MAYBE_TEXT) guard!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) values!: Record<string, unknown>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) valueTitles!: Record<string, string>;
  @ApiProperty({ type: [UnblockerAnswer] }) unblock!: UnblockerAnswer[];
}

export class LawTextAnswer {
  @ApiProperty() reference!: string;
  @ApiProperty() title!: string;
  @ApiProperty(MAYBE_TEXT) article!: string | null;
  @ApiProperty(MAYBE_TEXT) text!: string | null;
}

export class NextStepAnswer {
  @ApiProperty({ enum: ['fire', 'remind', 'rung', 'overdue'] }) kind!: string;
  @ApiProperty(MOMENT) at!: string;
}

export class NextRungAnswer {
  @ApiProperty() level!: string;
  @ApiProperty(MOMENT) at!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ type: [String] }) organisations!: string[];
  @ApiProperty({ type: [String] }) persons!: string[];
}

export class ExplainedDeadlineAnswer extends OmitType(DeadlineAnswer, ['law'] as const) {
  @ApiProperty({ type: LawTextAnswer, nullable: true }) law!: LawTextAnswer | null;
  @ApiProperty() stateTitle!: string;
  @ApiProperty() deadlineTitle!: string;
  @ApiProperty({ type: NextStepAnswer, nullable: true }) next!: NextStepAnswer | null;
  @ApiProperty({ type: [NextRungAnswer] }) ladder!: NextRungAnswer[];
}

export class SuspensionAnswer {
  @ApiProperty() instanceId!: number;
  @ApiProperty({ description: 'Title of the process that asked for it' }) process!: string;
  @ApiProperty({ enum: ['case', 'instance', 'whole'] }) scope!: string;
  @ApiProperty() cause!: string;
  @ApiProperty({ type: LawTextAnswer, nullable: true }) law!: LawTextAnswer | null;
  @ApiProperty(MOMENT) since!: Date;
  @ApiProperty({ type: [String], description: 'Titles of what goes on all the same' }) goesOn!: string[];
}

export class StandingDeadlineAnswer {
  @ApiProperty() instanceId!: number;
  @ApiProperty() state!: string;
  @ApiProperty() stateTitle!: string;
  @ApiProperty() deadline!: string;
  @ApiProperty() deadlineTitle!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() period!: string;
  @ApiProperty({ example: 'P6WD' }) remaining!: string;
  @ApiProperty({ example: '6个工作日' }) remainingTitle!: string;
}

export class CaseReasonsAnswer {
  @ApiProperty() id!: number;
  @ApiProperty() title!: string;
  @ApiProperty() status!: string;
  @ApiProperty(MOMENT) businessAt!: Date;
  @ApiProperty({ type: [InstanceAnswer] }) instances!: InstanceAnswer[];
  @ApiProperty({ type: [ExplainedActionAnswer] }) actions!: ExplainedActionAnswer[];
  @ApiProperty({ type: [ExplainedDeadlineAnswer] }) deadlines!: ExplainedDeadlineAnswer[];
  @ApiProperty({ type: [SuspensionAnswer] }) suspensions!: SuspensionAnswer[];
  @ApiProperty({ type: [StandingDeadlineAnswer] }) standing!: StandingDeadlineAnswer[];
}
