import { describe, expect, it } from '@jest/globals';
import { failedConditions, type PaymentFacts, periodsBefore } from './payment-conditions.js';

const met: PaymentFacts = {
  isStaffAccepted: true,
  isProblemOpen: false,
  duePeriods: ['2026-05-31', '2026-06-30'],
  acceptedPeriods: ['2026-05-31', '2026-06-30'],
  isInvoiceChecked: true,
};

describe('failedConditions', () => {
  it.each<[string, Partial<PaymentFacts>, string[]]>([
    ['none when all are met', {}, []],
    ['the staff', { isStaffAccepted: false }, ['staff-accepted']],
    ['an open problem', { isProblemOpen: true }, ['no-open-problem']],
    ['a report that is due', { acceptedPeriods: ['2026-05-31'] }, ['reports-accepted']],
    ['the invoice', { isInvoiceChecked: false }, ['invoice-checked']],
    [
      'each that fails',
      { isStaffAccepted: false, isProblemOpen: true, acceptedPeriods: [] },
      ['staff-accepted', 'no-open-problem', 'reports-accepted'],
    ],
  ])('names %s', (_, change, expected) => {
    expect(failedConditions({ ...met, ...change })).toEqual(expected);
  });
});

describe('periodsBefore', () => {
  const service = { serviceFrom: '2026-05-10', serviceTo: '2026-08-09' };

  it.each<[string, string[]]>([
    ['2026-05-31', []],
    ['2026-06-01', ['2026-05-31']],
    ['2026-07-31', ['2026-05-31', '2026-06-30']],
    ['2027-01-01', ['2026-05-31', '2026-06-30', '2026-07-31', '2026-08-09']],
  ])('before %s are %j', (date, expected) => {
    expect(periodsBefore(service, date)).toEqual(expected);
  });

  it('has one period when the service lies within a month', () => {
    expect(periodsBefore({ serviceFrom: '2026-02-01', serviceTo: '2026-02-20' }, '2026-03-01')).toEqual(['2026-02-20']);
  });
});
