import { ApiProperty } from '@nestjs/swagger';
import { SERVICE_KINDS, type ServiceKind } from '../log/service-log.entity.js';
import { PROBLEM_STATUSES, type ProblemStatus } from '../problem/problem.entity.js';
import { REPORT_STATUSES, type ReportStatus } from '../report/report.entity.js';
import { SERVICE_STATUSES, type ServiceStatus } from '../service/service.entity.js';

export class ServiceView {
  @ApiProperty()
  contractorId!: number;

  @ApiProperty()
  contractor!: string;

  @ApiProperty({ format: 'date' })
  serviceFrom!: string;

  @ApiProperty({ format: 'date' })
  serviceTo!: string;

  @ApiProperty({ enum: SERVICE_STATUSES })
  status!: ServiceStatus;
}

export class StaffView {
  @ApiProperty()
  name!: string;

  @ApiProperty()
  duty!: string;

  @ApiProperty({ type: String, nullable: true })
  certificateNo!: string | null;
}

/** 月报 */
export class ReportView {
  @ApiProperty({ format: 'date' })
  periodEnd!: string;

  @ApiProperty()
  activities!: number;

  @ApiProperty()
  people!: number;

  @ApiProperty()
  minutes!: number;

  @ApiProperty({ description: 'Fen' })
  spent!: number;

  @ApiProperty()
  progress!: string;

  @ApiProperty({ enum: REPORT_STATUSES })
  status!: ReportStatus;

  @ApiProperty({ type: String, format: 'date-time' })
  submittedAt!: Date;
}

/** 督导记录 */
export class InspectionView {
  @ApiProperty({ format: 'date' })
  inspectedOn!: string;

  @ApiProperty()
  place!: string;

  @ApiProperty()
  subject!: string;

  @ApiProperty()
  conclusion!: string;

  @ApiProperty({ type: String, nullable: true })
  finding!: string | null;
}

/** 整改 */
export class ProblemView {
  @ApiProperty()
  documentNumber!: string;

  @ApiProperty()
  problem!: string;

  @ApiProperty()
  requirement!: string;

  @ApiProperty({ format: 'date' })
  rectifyBy!: string;

  @ApiProperty({ enum: PROBLEM_STATUSES })
  status!: ProblemStatus;

  @ApiProperty({ type: String, format: 'date-time' })
  issuedAt!: Date;

  @ApiProperty({ type: String, nullable: true })
  result!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  reportedAt!: Date | null;

  @ApiProperty({ type: String, nullable: true })
  recheckOpinion!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  recheckedAt!: Date | null;
}

/** Sums over the service log. */
export class LogTotalsView {
  @ApiProperty()
  entries!: number;

  @ApiProperty()
  people!: number;

  @ApiProperty()
  minutes!: number;
}

/** What the monitoring of a project has brought so far. */
export class MonitoringView {
  @ApiProperty({ type: ServiceView, nullable: true })
  service!: ServiceView | null;

  @ApiProperty({ type: [StaffView] })
  staff!: StaffView[];

  @ApiProperty({ type: [ReportView] })
  reports!: ReportView[];

  @ApiProperty({ type: [InspectionView] })
  inspections!: InspectionView[];

  @ApiProperty({ type: [ProblemView] })
  problems!: ProblemView[];

  @ApiProperty({ type: LogTotalsView })
  log!: LogTotalsView;
}

/** 服务日志 */
export class ServiceLogView {
  @ApiProperty()
  id!: number;

  @ApiProperty({ format: 'date' })
  servedOn!: string;

  @ApiProperty({ enum: SERVICE_KINDS })
  kind!: ServiceKind;

  @ApiProperty()
  villageCode!: string;

  @ApiProperty()
  village!: string;

  @ApiProperty()
  people!: number;

  @ApiProperty()
  minutes!: number;

  @ApiProperty()
  content!: string;

  @ApiProperty()
  recordedBy!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  recordedAt!: Date;
}
