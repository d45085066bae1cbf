import { Module } from '@nestjs/common';
import { EngineModule } from '#libs/engine';
import { IdentityModule } from '#libs/identity';
import { AcceptReportEffect } from './effects/accept-report.effect.js';
import { AcceptStaffEffect } from './effects/accept-staff.effect.js';
import { CloseProblemEffect } from './effects/close-problem.effect.js';
import { CloseServiceEffect } from './effects/close-service.effect.js';
import { ConfirmConditionsEffect } from './effects/confirm-conditions.effect.js';
import { FailRecheckEffect } from './effects/fail-recheck.effect.js';
import { OpenProblemEffect } from './effects/open-problem.effect.js';
import { OpenServiceEffect } from './effects/open-service.effect.js';
import { RecordInspectionEffect } from './effects/record-inspection.effect.js';
import { RecordRectificationEffect } from './effects/record-rectification.effect.js';
import { RecordReportEffect } from './effects/record-report.effect.js';
import { RecordStaffEffect } from './effects/record-staff.effect.js';
import { ReturnReportEffect } from './effects/return-report.effect.js';
import { ServiceLogController } from './log/service-log.controller.js';
import { ServiceLogService } from './log/service-log.service.js';
import { MonitoringController } from './record/monitoring.controller.js';
import { MonitoringReader } from './record/monitoring.reader.js';

@Module({
  imports: [IdentityModule, EngineModule],
  controllers: [MonitoringController, ServiceLogController],
  providers: [
    MonitoringReader,
    ServiceLogService,
    OpenServiceEffect,
    CloseServiceEffect,
    RecordStaffEffect,
    AcceptStaffEffect,
    RecordReportEffect,
    AcceptReportEffect,
    ReturnReportEffect,
    RecordInspectionEffect,
    OpenProblemEffect,
    RecordRectificationEffect,
    CloseProblemEffect,
    FailRecheckEffect,
    ConfirmConditionsEffect,
  ],
})
export class MonitoringModule {}
