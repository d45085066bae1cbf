import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { ReportEntity } from '../report/report.entity.js';

/** `monitoring.acceptReport`: the report that waits is accepted. */
@Injectable()
@HandlesEffect('monitoring.acceptReport')
export class AcceptReportEffect implements EffectHandler {
  async apply(_input: EffectInput, { manager, instanceId, at }: EffectContext): Promise<void> {
    await manager.update(ReportEntity, { instanceId, status: 'submitted' }, { status: 'accepted', decidedAt: at });
  }
}
