import { DeclineDrawCommand } from '../assignment/decline-draw.command.js';
import { DrawVerifier } from '../assignment/draw.verifier.js';
import { ReturningController } from './http/returning.controller.js';
import { EarlierSteps } from './earlier.steps.js';
import { DeadlineRest } from './left.deadlines.js';
import { OperationReader } from './operation.reader.js';
import { PaperStep } from './paper.step.js';
import { PreviewDeadlines } from './preview.deadlines.js';
import { PreviewReader } from './preview.reader.js';
import { RejectChoices } from './reject.choices.js';
import { RejectTaskCommand } from './reject-task.command.js';
import { RejectionEnder } from './rejection.ender.js';
import { ResubmittingStepper } from './resubmitting.stepper.js';
import { ReturnDesk } from './return.desk.js';
import { StepReverser } from './step.reverser.js';
import { TakeBackCommand } from './take-back.command.js';
import { WayBack } from './way.back.js';

/** 退回、驳回、拿回, 另抽. */
export const RETURNING = [
  DeclineDrawCommand,
  DrawVerifier,
  DeadlineRest,
  EarlierSteps,
  OperationReader,
  PaperStep,
  PreviewDeadlines,
  PreviewReader,
  RejectChoices,
  RejectTaskCommand,
  RejectionEnder,
  ResubmittingStepper,
  ReturnDesk,
  StepReverser,
  TakeBackCommand,
  WayBack,
];
export const RETURNING_CONTROLLERS = [ReturningController];
