import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ReportEntity } from '../report/report.entity.js';

/** `monitoring.returnReport` {reason}: the report that waits goes back to the contractor. */
@Injectable()
@HandlesEffect('monitoring.returnReport')
export class ReturnReportEffect implements EffectHandler {
  async apply(input: EffectInput, { manager, instanceId, at }: EffectContext): Promise<void> {
    const change = { status: 'returned' as const, decidedAt: at, returnReason: input.text('reason') };
    await manager.update(ReportEntity, { instanceId, status: 'submitted' }, change);
  }
}
