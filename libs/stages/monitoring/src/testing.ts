const TEXT = '按合同和实施计划执行。';

/** A team that is valid by default. */
export function aStaffingPlan(change: Record<string, unknown> = {}) {
  const worker = { name: '沙马阿呷', duty: 'social-worker', certificateNo: '20205113000017' };
  return { manager: '俄木尔布', members: [worker], schedule: TEXT, ...change };
}

export function aMonthlyReport(change: Record<string, unknown> = {}) {
  return { activities: 12, people: 260, minutes: 2880, spent: 13_500_000, progress: TEXT, ...change };
}

export function anInspection(inspectedOn: string, change: Record<string, unknown> = {}) {
  const checks = { ledgerCheck: '台账齐全', fundCheck: '专账核算' };
  return { inspectedOn, place: '竹核镇安置点', subject: TEXT, ...checks, conclusion: 'qualified', ...change };
}

export function aRectificationNotice(days: number) {
  const words = { problem: '个案记录不完整', basis: '合同第五条', requirement: '补齐记录' };
  return { documentNumber: '昭民〔2026〕18号', ...words, days };
}
