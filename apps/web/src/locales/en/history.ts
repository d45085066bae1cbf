import type { Texts } from '../zh.js';

export const historyTexts: Pick<Texts, 'history'> = {
  history: {
    enteredFor: (at: string, reason: string) => `Entered later: done on ${at}${reason === '' ? '' : ` (${reason})`}`,
    kinds: {
      urged: 'urged',
      copied: 'copied',
      deadline: 'deadline',
      reminded: 'reminder',
      escalated: 'escalation',
      returned: 'sent back',
      withdrawn: 'taken back',
      held: 'held',
      migrated: 'new version',
      restored: 'undone',
    },
    events: {
      urged: 'Urged',
      copied: 'Copied',
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
      migrated: 'Moved to another version of the process',
      restored: 'Move to another version undone',
    },
  },
};
