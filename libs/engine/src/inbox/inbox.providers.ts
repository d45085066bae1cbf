import { BoxCounter } from './box.counter.js';
import { BulkActCommand } from './bulk-act.command.js';
import { CaseBoxReader } from './case.box.reader.js';
import { BulkController } from './http/bulk.controller.js';
import { InboxController } from './http/inbox.controller.js';
import { SavedViewController } from './http/saved-view.controller.js';
import { InboxItems } from './inbox.item.js';
import { SavedViewService } from './saved-view.service.js';

/** 待办 and the other boxes. */
export const INBOX = [BoxCounter, BulkActCommand, CaseBoxReader, InboxItems, SavedViewService];
export const INBOX_CONTROLLERS = [InboxController, BulkController, SavedViewController];
