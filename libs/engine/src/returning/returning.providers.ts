import { EarlierSteps } from './earlier.steps.js';
import { DeadlineRest } from './left.deadlines.js';
import { OperationReader } from './operation.reader.js';
import { RejectChoices } from './reject.choices.js';
import { RejectTaskCommand } from './reject-task.command.js';
import { RejectionEnder } from './rejection.ender.js';
import { ResubmittingStepper } from './resubmitting.stepper.js';
import { ReturnDesk } from './return.desk.js';
import { StepReverser } from './step.reverser.js';
import { TakeBackCommand } from './take-back.command.js';
import { WayBack } from './way.back.js';

/** 退回、驳回、拿回. */
export const RETURNING = [
  DeadlineRest,
  EarlierSteps,
  OperationReader,
  RejectChoices,
  RejectTaskCommand,
  RejectionEnder,
  ResubmittingStepper,
  ReturnDesk,
  StepReverser,
  TakeBackCommand,
  WayBack,
];
