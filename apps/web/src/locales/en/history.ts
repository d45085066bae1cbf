import type { Texts } from '../zh.js';

export const historyTexts: Pick<Texts, 'history'> = {
  history: {
    kinds: {
      deadline: 'deadline',
      reminded: 'reminder',
      escalated: 'escalation',
      returned: 'sent back',
      withdrawn: 'taken back',
      held: 'held',
    },
    events: {
      started: 'Process started',
      completed: 'Stage completed',
      signalled: 'System update',
      deadline: 'Deadline passed',
      reminded: 'Reminder',
      escalated: 'Escalation',
      returned: 'Sent back',
      withdrawn: 'Taken back',
      cancelled: 'Cancelled',
      held: 'Provisional date passed; a person decides',
    },
  },
};
