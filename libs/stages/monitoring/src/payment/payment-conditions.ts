import type { PaymentCondition } from './payment.error.js';

/** What is known when an instalment is to be confirmed. */
export interface PaymentFacts {
  readonly isStaffAccepted: boolean;
  /** From the finding until its recheck is passed. */
  readonly isProblemOpen: boolean;
  /** Ends of the periods whose report is asked for, earliest first. */
  readonly duePeriods: readonly string[];
  readonly acceptedPeriods: readonly string[];
  readonly isInvoiceChecked: boolean;
}

/** The conditions that fail, in the order in which they are named. */
export function failedConditions(facts: PaymentFacts): PaymentCondition[] {
  const accepted = new Set(facts.acceptedPeriods);
  const met: Readonly<Record<PaymentCondition, boolean>> = {
    'staff-accepted': facts.isStaffAccepted,
    'no-open-problem': !facts.isProblemOpen,
    'reports-accepted': facts.duePeriods.every((period) => accepted.has(period)),
    'invoice-checked': facts.isInvoiceChecked,
  };
  return CONDITIONS.filter((condition) => !met[condition]);
}

const CONDITIONS: readonly PaymentCondition[] = [
  'staff-accepted',
  'no-open-problem',
  'reports-accepted',
  'invoice-checked',
];

/** Month ends of a service up to (not with) a date; the last period ends with the service. */
export function periodsBefore(service: { serviceFrom: string; serviceTo: string }, date: string): string[] {
  const periods: string[] = [];
  let end = earlier(endOfMonth(service.serviceFrom), service.serviceTo);
  while (end < date) {
    periods.push(end);
    if (end >= service.serviceTo) break;
    end = earlier(endOfMonth(dayAfter(end)), service.serviceTo);
  }
  return periods;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function endOfMonth(date: string): string {
  const [year, month] = date.split('-').map(Number);
  return isoDate(Date.UTC(year ?? 0, month ?? 1, 0));
}

function dayAfter(date: string): string {
  return isoDate(Date.parse(`${date}T00:00:00Z`) + 86_400_000);
}

function isoDate(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
