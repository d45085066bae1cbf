import { Injectable } from '@nestjs/common';
import { actingPerson, type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { failedConditions } from '../payment/payment-conditions.js';
import { PaymentConditionsError } from '../payment/payment.error.js';
import { PaymentCheckEntity } from '../payment/payment-check.entity.js';
import { readPaymentFacts } from '../payment/payment-facts.reader.js';

/** `monitoring.confirmConditions` {number, problemOpen, reportsEndedBefore, confirmation}: refused, naming which, unless all conditions are met. */
@Injectable()
@HandlesEffect('monitoring.confirmConditions')
export class ConfirmConditionsEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const { manager, rootId, instanceId, at } = context;
    const form = input.nested('confirmation');
    const instalment = input.integer('number');
    const recorded = await readPaymentFacts(context, input.text('reportsEndedBefore'));
    const facts = {
      ...recorded,
      isProblemOpen: input.flag('problemOpen'),
      isInvoiceChecked: form.flag('invoiceChecked'),
    };
    const failed = failedConditions(facts);
    if (failed.length > 0) throw new PaymentConditionsError(instalment, failed);
    await manager.insert(PaymentCheckEntity, {
      id: context.nextId(),
      rootId,
      instanceId,
      instalment,
      acceptedReports: facts.acceptedPeriods.length,
      closedProblems: facts.closedProblems,
      opinion: form.text('opinion'),
      checkedBy: actingPerson(context).userId,
      checkedAt: at,
    });
  }
}
