import { ApiProperty } from '@nestjs/swagger';

/** What every command answers. */
export class CommandAnswer {
  @ApiProperty()
  rootId!: number;

  @ApiProperty()
  instanceId!: number;

  @ApiProperty({ description: 'Number of the last history row' })
  seq!: number;

  @ApiProperty({ type: [String], description: 'States in which the instance is now' })
  active!: string[];

  @ApiProperty({ type: [Number] })
  openedTasks!: number[];

  @ApiProperty({ type: String, nullable: true, description: '送达回执：number of the receipt for what was entered' })
  receipt!: string | null;
}
