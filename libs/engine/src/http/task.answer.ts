import { ApiProperty } from '@nestjs/swagger';

/** A person, by name. */
export class PersonAnswer {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
}

export class FormAnswer {
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) schema!: Record<string, unknown>;
}

export class ActionAnswer {
  @ApiProperty() event!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: FormAnswer, nullable: true }) form!: FormAnswer | null;
  @ApiProperty() enabled!: boolean;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

export class StepAnswer {
  @ApiProperty() state!: string;
  @ApiProperty() title!: string;
}

export class RejectPlaceAnswer {
  @ApiProperty({ description: 'As the definition names it' }) to!: string;
  @ApiProperty({ type: StepAnswer, nullable: true, description: 'None where rejecting ends the case' })
  step!: StepAnswer | null;
  @ApiProperty({ enum: ['forward', 'back'], description: 'Where it goes when it has been done again' })
  then!: 'forward' | 'back';
}

export class OperationsAnswer {
  @ApiProperty({ type: [StepAnswer] }) return!: StepAnswer[];
  @ApiProperty({ type: [RejectPlaceAnswer] }) reject!: RejectPlaceAnswer[];
  @ApiProperty() withdraw!: boolean;
  @ApiProperty() takeBack!: boolean;
  @ApiProperty({ description: '补录 is possible' }) lateEntry!: boolean;
}

export class PrincipalAnswer extends PersonAnswer {
  @ApiProperty({ type: [String] }) documents!: string[];
}

export class TaskDetail {
  @ApiProperty() id!: number;
  @ApiProperty() rootId!: number;
  @ApiProperty() instanceId!: number;
  @ApiProperty() caseTitle!: string;
  @ApiProperty() process!: string;
  @ApiProperty() state!: string;
  @ApiProperty() title!: string;
  @ApiProperty() status!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt!: Date | null;
  @ApiProperty({ description: '暂定' }) provisional!: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) openedAt!: Date;
  @ApiProperty({ type: FormAnswer, nullable: true }) form!: FormAnswer | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) parameters!: Record<string, unknown>;
  @ApiProperty({ type: [ActionAnswer] }) actions!: ActionAnswer[];
  @ApiProperty({ type: OperationsAnswer }) operations!: OperationsAnswer;
  @ApiProperty({ type: PrincipalAnswer, nullable: true }) onBehalfOf!: PrincipalAnswer | null;
}
