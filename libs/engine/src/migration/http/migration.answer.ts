import { ApiProperty } from '@nestjs/swagger';

const MAYBE_MOMENT = { type: String, format: 'date-time', nullable: true } as const;

export class MigrationReasonAnswer {
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

export class MigratedTaskAnswer {
  @ApiProperty() state!: string;
  @ApiProperty(MAYBE_MOMENT) due!: Date | null;
  @ApiProperty(MAYBE_MOMENT) wasDue!: Date | null;
  @ApiProperty({ description: 'Other people have it from then on' }) reassigned!: boolean;
}

export class MigratedDeadlineAnswer {
  @ApiProperty() state!: string;
  @ApiProperty() deadline!: string;
  @ApiProperty(MAYBE_MOMENT) due!: Date | null;
  @ApiProperty(MAYBE_MOMENT) wasDue!: Date | null;
}

/** What the move does, or did, to one running instance. */
export class MigrationReportAnswer {
  @ApiProperty() rootId!: number;
  @ApiProperty() title!: string;
  @ApiProperty() instanceId!: number;
  @ApiProperty({ type: [String] }) active!: readonly string[];
  @ApiProperty() ok!: boolean;
  @ApiProperty({ type: [MigrationReasonAnswer], description: 'Why it cannot move' })
  reasons!: readonly MigrationReasonAnswer[];
  @ApiProperty({ type: [MigratedTaskAnswer] }) tasks!: readonly MigratedTaskAnswer[];
  @ApiProperty({ type: [MigratedDeadlineAnswer] }) deadlines!: readonly MigratedDeadlineAnswer[];
}
