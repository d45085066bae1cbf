import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const JSON_OBJECT = { type: 'object', additionalProperties: true } as const;

export class PercentilesAnswer {
  @ApiProperty() p10!: number;
  @ApiProperty() p50!: number;
  @ApiProperty() p90!: number;
}

export class OutcomeShareAnswer {
  @ApiProperty() state!: string;
  @ApiProperty() title!: string;
  @ApiProperty(JSON_OBJECT) output!: Record<string, unknown>;
  @ApiProperty() count!: number;
  @ApiProperty() share!: number;
}

export class PlaceShareAnswer {
  @ApiProperty() process!: string;
  @ApiProperty() state!: string;
  @ApiProperty() title!: string;
  @ApiProperty() waitingOn!: string;
  @ApiProperty() visits!: number;
  @ApiProperty({ description: 'Working days over all cases' }) days!: number;
  @ApiProperty() share!: number;
}

export class WaitingShareAnswer {
  @ApiProperty() waitingOn!: string;
  @ApiProperty() days!: number;
  @ApiProperty() share!: number;
}

export class DeadlineCountAnswer {
  @ApiProperty() process!: string;
  @ApiProperty() state!: string;
  @ApiProperty() title!: string;
  @ApiProperty() tasks!: number;
  @ApiProperty() missed!: number;
  @ApiProperty() share!: number;
}

export class TakenKeyAnswer {
  @ApiProperty() process!: string;
  @ApiProperty() state!: string;
  @ApiProperty() event!: string;
}

export class StuckGroupAnswer {
  @ApiProperty({ type: [String] }) states!: string[];
  @ApiProperty() reason!: string;
  @ApiProperty() count!: number;
  @ApiProperty({ description: 'Number of the case with the shortest way' }) case!: number;
  @ApiProperty({ type: [String] }) path!: string[];
}

export class EscalationCountAnswer {
  @ApiProperty() level!: string;
  @ApiProperty() count!: number;
}

/** What simulated cases showed; times are working days. */
export class SimulationReportAnswer {
  @ApiProperty() process!: string;
  @ApiProperty() version!: number;
  @ApiProperty() division!: string;
  @ApiProperty() cases!: number;
  @ApiProperty() seed!: number;
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
  @ApiProperty() steps!: number;
  @ApiProperty() ended!: number;
  @ApiProperty() stuck!: number;
  @ApiProperty({ type: PercentilesAnswer }) duration!: PercentilesAnswer;
  @ApiProperty({ type: [OutcomeShareAnswer] }) outcomes!: OutcomeShareAnswer[];
  @ApiProperty({ type: [PlaceShareAnswer] }) places!: PlaceShareAnswer[];
  @ApiProperty({ type: [WaitingShareAnswer] }) waiting!: WaitingShareAnswer[];
  @ApiProperty() tasks!: number;
  @ApiProperty() missed!: number;
  @ApiProperty({ type: [DeadlineCountAnswer] }) deadlines!: DeadlineCountAnswer[];
  @ApiProperty() reminders!: number;
  @ApiProperty({ type: [EscalationCountAnswer] }) escalations!: EscalationCountAnswer[];
  @ApiProperty({ type: [TakenKeyAnswer] }) neverTaken!: TakenKeyAnswer[];
  @ApiProperty({ type: [StuckGroupAnswer] }) stuckCases!: StuckGroupAnswer[];
  @ApiProperty() provisional!: number;
}

/** One line of the answer: how far it is, and in the last line the report. */
export class SimulationLineAnswer {
  @ApiPropertyOptional({ description: 'Cases that are done' }) done?: number;
  @ApiPropertyOptional() cases?: number;
  @ApiPropertyOptional({ type: SimulationReportAnswer }) report?: SimulationReportAnswer;
}
