import { ApiProperty } from '@nestjs/swagger';
import { type Operation, OPERATIONS, SUBJECT_KINDS, type SubjectKind } from './operation-log.entity.js';

class LogLineView {
  @ApiProperty()
  seq!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Null: a command on the server' })
  actorId!: number | null;

  @ApiProperty({ type: String, nullable: true })
  actorName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  organisationName!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  subjectId!: number | null;

  @ApiProperty({ example: '阿牛伍各（zhaojue.business）' })
  subjectName!: string;

  @ApiProperty()
  ip!: string;
}

/** One line of the operation log. */
export class OperationView extends LogLineView {
  @ApiProperty({ enum: OPERATIONS, enumName: 'Operation' })
  operation!: Operation;

  @ApiProperty({ enum: SUBJECT_KINDS, enumName: 'SubjectKind' })
  subjectKind!: SubjectKind;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'Only what changed' })
  before!: Readonly<Record<string, unknown>> | null;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  after!: Readonly<Record<string, unknown>> | null;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

/** One line of the log of personal data seen in the clear. */
export class UnmaskingView extends LogLineView {
  @ApiProperty({ example: 'user', description: '`user`, `account-request` or `case`' })
  subjectKind!: string;

  @ApiProperty({ example: 'phone' })
  field!: string;

  @ApiProperty()
  reason!: string;
}
