import { ApiProperty } from '@nestjs/swagger';
import { INCIDENT_SUBJECTS, type IncidentSubject } from './incident.entity.js';

/** Something that keeps failing, as operators see it. Times are system time. */
export class IncidentView {
  @ApiProperty()
  id!: number;

  @ApiProperty({ enum: INCIDENT_SUBJECTS })
  subject!: IncidentSubject;

  @ApiProperty({ description: 'Id of the timer or of the message' })
  subjectId!: number;

  @ApiProperty()
  rootId!: number;

  @ApiProperty()
  reason!: string;

  @ApiProperty()
  attempts!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  openedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  lastAt!: Date;
}

/** One page of open incidents, the newest first. */
export class IncidentPage {
  @ApiProperty({ type: [IncidentView] })
  items!: IncidentView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
