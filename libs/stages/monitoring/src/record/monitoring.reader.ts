import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import { DataSource, type EntityManager } from 'typeorm';
import { InspectionEntity } from '../inspection/inspection.entity.js';
import { ProblemEntity } from '../problem/problem.entity.js';
import { ReportEntity } from '../report/report.entity.js';
import { ServiceEntity } from '../service/service.entity.js';
import { StaffMemberEntity } from '../staff/staff-member.entity.js';
import type { LogTotalsView, MonitoringView, ServiceView, StaffView } from './monitoring.view.js';

/** Reads the newest monitoring of a project. */
@Injectable()
export class MonitoringReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
  ) {}

  async read(rootId: number): Promise<MonitoringView> {
    const { manager } = this.dataSource;
    const service = await manager.findOne(ServiceEntity, { where: { rootId }, order: { instanceId: 'DESC' } });
    const log = await readTotals(manager, rootId);
    if (!service) return { service: null, staff: [], reports: [], inspections: [], problems: [], log };
    const { instanceId } = service;
    return {
      service: this.serviceView(service),
      staff: await readStaff(manager, instanceId),
      reports: await manager.find(ReportEntity, { select: REPORT, where: { instanceId }, order: { id: 'ASC' } }),
      inspections: await manager.find(InspectionEntity, {
        select: INSPECTION,
        where: { instanceId },
        order: { id: 'ASC' },
      }),
      problems: await manager.find(ProblemEntity, { select: PROBLEM, where: { instanceId }, order: { id: 'ASC' } }),
      log,
    };
  }

  private serviceView({ contractorId, serviceFrom, serviceTo, status }: ServiceEntity): ServiceView {
    const contractor = this.directory.byId(contractorId)?.name ?? String(contractorId);
    return { contractorId, contractor, serviceFrom, serviceTo, status };
  }
}

const REPORT = {
  periodEnd: true,
  activities: true,
  people: true,
  minutes: true,
  spent: true,
  progress: true,
  status: true,
  submittedAt: true,
};
const INSPECTION = { inspectedOn: true, place: true, subject: true, conclusion: true, finding: true };
const PROBLEM = {
  documentNumber: true,
  problem: true,
  requirement: true,
  rectifyBy: true,
  status: true,
  issuedAt: true,
  result: true,
  reportedAt: true,
  recheckOpinion: true,
  recheckedAt: true,
};

async function readStaff(manager: EntityManager, instanceId: number): Promise<StaffView[]> {
  const last = await manager.findOne(StaffMemberEntity, { where: { instanceId }, order: { plan: 'DESC' } });
  if (!last) return [];
  const members = await manager.find(StaffMemberEntity, {
    where: { instanceId, plan: last.plan },
    order: { id: 'ASC' },
  });
  return members.map(({ name, duty, certificateNo }) => ({ name, duty, certificateNo }));
}

async function readTotals(manager: EntityManager, rootId: number): Promise<LogTotalsView> {
  const rows: LogTotalsView[] = await manager.query(
    `SELECT COUNT(*) AS entries, CAST(COALESCE(SUM(people), 0) AS SIGNED) AS people,
            CAST(COALESCE(SUM(minutes), 0) AS SIGNED) AS minutes
     FROM monitoring_service_log WHERE root_id = ?`,
    [rootId],
  );
  return rows[0] ?? { entries: 0, people: 0, minutes: 0 };
}
