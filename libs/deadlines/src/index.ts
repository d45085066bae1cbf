export { ALARM_QUEUE } from './alarms/alarm.queue.js';
export { DeadlinesModule } from './deadlines.module.js';
export { DeadlinesWorkerModule } from './deadlines-worker.module.js';
export { deadlinesSchema } from './deadlines.schema.js';
export { MailboxPage, NotificationView } from './notifications/notification.view.js';
export { DeadlineStatus, type WorkerReport } from './running/deadline.status.js';
