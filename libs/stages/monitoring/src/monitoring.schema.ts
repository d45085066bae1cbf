import type { LibrarySchema } from '#libs/platform';
import { InspectionEntity } from './inspection/inspection.entity.js';
import { ServiceLogEntity } from './log/service-log.entity.js';
import { CreateMonitoring1767226800000 } from './migrations/1767226800000-create-monitoring.migration.js';
import { PaymentCheckEntity } from './payment/payment-check.entity.js';
import { ProblemEntity } from './problem/problem.entity.js';
import { ReportEntity } from './report/report.entity.js';
import { ServiceEntity } from './service/service.entity.js';
import { StaffMemberEntity } from './staff/staff-member.entity.js';

export const monitoringSchema: LibrarySchema = {
  entities: [
    ServiceEntity,
    StaffMemberEntity,
    ReportEntity,
    ServiceLogEntity,
    InspectionEntity,
    ProblemEntity,
    PaymentCheckEntity,
  ],
  migrations: [CreateMonitoring1767226800000],
  appendOnly: ['monitoring_service_log', 'monitoring_inspection', 'monitoring_payment_check'],
};
