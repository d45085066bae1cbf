import { ApiProperty } from '@nestjs/swagger';
import { PersonAnswer, StepAnswer } from '../../http/task.answer.js';

export class UndoneVoteAnswer {
  @ApiProperty() person!: string;
  @ApiProperty() vote!: string;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
}

export class UndoneStepAnswer extends StepAnswer {
  @ApiProperty() task!: number;
  @ApiProperty({ enum: ['open', 'done'] }) status!: 'open' | 'done';
  @ApiProperty({ type: [UndoneVoteAnswer] }) votes!: UndoneVoteAnswer[];
}

class DeadlineName extends StepAnswer {
  @ApiProperty({ description: '`due` for the deadline of the task itself' }) deadline!: string;
  @ApiProperty() deadlineTitle!: string;
}

export class StoppedDeadlineAnswer extends DeadlineName {
  @ApiProperty({ type: String, format: 'date-time' }) dueAt!: Date;
}

export class StartedDeadlineAnswer extends DeadlineName {
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt!: Date | null;
}

export class LastingEffectAnswer {
  @ApiProperty() effect!: string;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
}

export class ReturnPreviewAnswer {
  @ApiProperty({ type: StepAnswer }) to!: StepAnswer;
  @ApiProperty({ type: [PersonAnswer], description: 'Empty when all who have the step are asked anew' })
  people!: PersonAnswer[];
  @ApiProperty({ type: [UndoneStepAnswer] }) undone!: UndoneStepAnswer[];
  @ApiProperty({ type: [StoppedDeadlineAnswer] }) stopped!: StoppedDeadlineAnswer[];
  @ApiProperty({ type: [StartedDeadlineAnswer] }) started!: StartedDeadlineAnswer[];
  @ApiProperty({ type: [LastingEffectAnswer], description: 'What a return cannot undo' })
  lasting!: LastingEffectAnswer[];
  @ApiProperty({ type: [String], description: 'Effects that run when the step is entered again' }) effects!: string[];
}
