import { ApiProperty } from '@nestjs/swagger';
import { DEFINITION_STATUSES, type DefinitionStatus } from '../published.definition.js';

export class ProcessTitle {
  @ApiProperty()
  zh!: string;

  @ApiProperty({ required: false })
  en?: string;
}

/** A process as it starts now. */
export class ProcessAnswer {
  @ApiProperty({ example: 'application.standard' })
  process!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty({ type: ProcessTitle })
  title!: ProcessTitle;

  @ApiProperty({ type: String, nullable: true })
  stage!: string | null;
}

/** One version of a process. */
export class VersionAnswer {
  @ApiProperty()
  process!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty({ description: 'SHA-256 of what the YAML says' })
  contentHash!: string;

  @ApiProperty()
  file!: string;

  @ApiProperty({ enum: DEFINITION_STATUSES })
  status!: DefinitionStatus;

  @ApiProperty()
  publishedAt!: Date;

  @ApiProperty({ type: Number, nullable: true, description: 'User; null: shipped with the installation' })
  publishedBy!: number | null;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ type: Date, nullable: true })
  retiredAt!: Date | null;

  @ApiProperty({ type: Number, nullable: true })
  retiredBy!: number | null;

  @ApiProperty({ type: String, nullable: true })
  retireReason!: string | null;
}

/** A form that a version brought along. */
export class FormSourceAnswer {
  @ApiProperty()
  name!: string;

  @ApiProperty()
  source!: string;
}

/** A version with its YAML. */
export class VersionSourceAnswer extends VersionAnswer {
  @ApiProperty()
  source!: string;

  @ApiProperty({ type: [FormSourceAnswer], description: 'Forms for this version alone' })
  forms!: readonly FormSourceAnswer[];
}

/** One finding of the publish gate. */
export class FindingAnswer {
  @ApiProperty()
  code!: string;

  @ApiProperty()
  file!: string;

  @ApiProperty()
  line!: number;

  @ApiProperty()
  message!: string;

  @ApiProperty({ description: 'What to write or do instead' })
  hint!: string;
}

/** One difference between two versions, in words. */
export class ChangeAnswer {
  @ApiProperty({ example: 'period' })
  area!: string;

  @ApiProperty({ description: 'State, parameter or variable; empty for the whole process' })
  where!: string;

  @ApiProperty()
  zh!: string;

  @ApiProperty()
  en!: string;
}
