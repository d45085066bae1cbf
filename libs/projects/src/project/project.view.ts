import { ApiProperty } from '@nestjs/swagger';
import { PROJECT_STATUSES, type ProjectStatus } from './project.entity.js';

/** A project as lists show it; amounts in fen. */
export class ProjectItemView {
  @ApiProperty()
  id!: number;

  @ApiProperty()
  code!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  purchaserId!: number;

  @ApiProperty()
  purchaserName!: string;

  @ApiProperty()
  divisionCode!: string;

  @ApiProperty()
  divisionName!: string;

  @ApiProperty({ type: String, nullable: true })
  stage!: string | null;

  @ApiProperty({ enum: PROJECT_STATUSES })
  status!: ProjectStatus;

  @ApiProperty()
  method!: string;

  @ApiProperty()
  plannedAmount!: number;

  @ApiProperty()
  approvedAmount!: number;

  @ApiProperty()
  contractAmount!: number;

  @ApiProperty({ type: Number, nullable: true })
  contractorId!: number | null;

  @ApiProperty({ type: String, nullable: true })
  contractorName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  grade!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  score!: number | null;

  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: Date | null;
}

export class ProjectPageView {
  @ApiProperty({ type: [ProjectItemView] })
  items!: readonly ProjectItemView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
