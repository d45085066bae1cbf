import { DraftBook } from '../drafts/draft.book.js';
import { DraftsController } from '../drafts/http/drafts.controller.js';
import { CaseReceipts } from '../receipts/case.receipts.js';
import { CaseReceiptsController } from '../receipts/http/case-receipts.controller.js';
import { ReceiptsController } from '../receipts/http/receipts.controller.js';
import { ReceiptReader } from '../receipts/receipt.reader.js';
import { CopyCaseCommand } from './copy-case.command.js';
import { CopyReading } from './copy.reading.js';
import { CopyWriter } from './copy.writer.js';
import { MessagesController } from './http/messages.controller.js';
import { UrgingController } from './http/urging.controller.js';
import { MessageReader } from './message.reader.js';
import { RecipientCheck } from './recipient.check.js';
import { SendMessageCommand } from './send-message.command.js';
import { UrgeTaskCommand } from './urge-task.command.js';

/** 催办、沟通、抄送、暂存, and 回执. */
export const COMMUNICATION = [
  CaseReceipts,
  CopyCaseCommand,
  CopyReading,
  CopyWriter,
  DraftBook,
  MessageReader,
  ReceiptReader,
  RecipientCheck,
  SendMessageCommand,
  UrgeTaskCommand,
];
export const COMMUNICATION_CONTROLLERS = [
  MessagesController,
  UrgingController,
  DraftsController,
  CaseReceiptsController,
  ReceiptsController,
];
