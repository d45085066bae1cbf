import type { EffectContext } from '#libs/engine';
import { ProblemEntity } from '../problem/problem.entity.js';
import { ReportEntity } from '../report/report.entity.js';
import { ServiceEntity } from '../service/service.entity.js';
import { NotServingError } from '../service/service.error.js';
import { type PaymentFacts, periodsBefore } from './payment-conditions.js';

export interface RecordedFacts extends Pick<PaymentFacts, 'isStaffAccepted' | 'duePeriods' | 'acceptedPeriods'> {
  readonly closedProblems: number;
}

/** What the records say about the conditions of a payment; reports are asked for of periods that ended before that date. */
export async function readPaymentFacts(context: EffectContext, endedBefore: string): Promise<RecordedFacts> {
  const { manager, instanceId, rootId } = context;
  const service = await manager.findOneBy(ServiceEntity, { instanceId });
  if (!service) throw new NotServingError(rootId);
  const accepted = await manager.findBy(ReportEntity, { instanceId, status: 'accepted' });
  return {
    isStaffAccepted: service.status !== 'preparing',
    closedProblems: await manager.countBy(ProblemEntity, { instanceId, status: 'closed' }),
    duePeriods: periodsBefore(service, endedBefore),
    acceptedPeriods: accepted.map((report) => report.periodEnd),
  };
}
