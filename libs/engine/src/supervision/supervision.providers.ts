import { AskExplanationCommand } from './ask-explanation.command.js';
import { BoardReader } from './board/board.reader.js';
import { LateTaskReader } from './board/late-task.reader.js';
import { CloseSupervisionCommand } from './close-supervision.command.js';
import { DueWindows } from './due-window.js';
import { GiveExplanationCommand } from './give-explanation.command.js';
import { BoardsController } from './http/boards.controller.js';
import { SupervisionMeasuresController } from './http/supervision-measures.controller.js';
import { SupervisionsController } from './http/supervisions.controller.js';
import { ReassignSupervisedCommand } from './reassign-supervised.command.js';
import { SetDueDateCommand } from './set-due-date.command.js';
import { SupervisedPeople } from './supervised.people.js';
import { SupervisionBook } from './supervision.book.js';
import { SupervisionDesk } from './supervision.desk.js';
import { SupervisionDetails } from './supervision.detail.js';
import { SupervisionOpener } from './supervision.opener.js';
import { SupervisionReader } from './supervision.reader.js';
import { UrgeSupervisedCommand } from './urge-supervised.command.js';

/** 督办. */
export const SUPERVISING = [
  AskExplanationCommand,
  BoardReader,
  CloseSupervisionCommand,
  DueWindows,
  GiveExplanationCommand,
  LateTaskReader,
  ReassignSupervisedCommand,
  SetDueDateCommand,
  SupervisedPeople,
  SupervisionBook,
  SupervisionDesk,
  SupervisionDetails,
  SupervisionOpener,
  SupervisionReader,
  UrgeSupervisedCommand,
];
export const SUPERVISION_CONTROLLERS = [BoardsController, SupervisionMeasuresController, SupervisionsController];
