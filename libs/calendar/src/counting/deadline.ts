import type { Instant } from '../days/instant.js';
import type { PlainDate } from '../days/plain-date.js';
import type { Line } from './line.js';

/** 期限: the moment at which a period has run out, and how it was found. */
export interface Deadline {
  /**
   * First moment that is too late. For the cut-off at midnight it is 24:00 of `dueDate`, that is 00:00 of the next day
   * in Asia/Shanghai: `dueDate` 2026-02-28 gives `2026-02-28T16:00:00.000Z`. What happens before `dueAt` is in time.
   */
  readonly dueAt: Instant;
  /** Last day of the period. */
  readonly dueDate: PlainDate;
  /** Last day as it was counted, before it moved to a working day (顺延): what is left of a period is counted to it. */
  readonly countedTo: PlainDate;
  /** 暂定: computed on days that no State Council notice covers yet. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
  /** The computation, line by line. */
  readonly lines: readonly Line[];
}
