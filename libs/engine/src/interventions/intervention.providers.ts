import { CancelCaseCommand } from './cancel-case.command.js';
import { CancelRule } from './cancel.rule.js';
import { CaseEnder } from './case.ender.js';
import { CaseFreezer } from './case.freezer.js';
import { CaseJumper } from './case.jumper.js';
import { CasePowers } from './case.powers.js';
import { CaseWaker } from './case.waker.js';
import { DecideInterventionCommand } from './decide-intervention.command.js';
import { EndingHandlers } from './ending.handlers.js';
import { Interveners } from './interveners.js';
import { InterventionAuthority } from './intervention.authority.js';
import { InterventionBook } from './intervention.book.js';
import { InterventionDesk } from './intervention.desk.js';
import { ProposeInterventionCommand } from './propose-intervention.command.js';

/** 撤销 and 干预. */
export const INTERVENING = [
  CancelCaseCommand,
  CancelRule,
  CaseEnder,
  CaseFreezer,
  CaseJumper,
  CasePowers,
  CaseWaker,
  DecideInterventionCommand,
  EndingHandlers,
  Interveners,
  InterventionAuthority,
  InterventionBook,
  InterventionDesk,
  ProposeInterventionCommand,
];
