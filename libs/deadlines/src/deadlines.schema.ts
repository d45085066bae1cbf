import type { LibrarySchema } from '#libs/platform';
import { Incident } from './incidents/incident.entity.js';
import { CreateDeadlines1767226100000 } from './migrations/1767226100000-create-deadlines.migration.js';
import { Notification } from './notifications/notification.entity.js';

export const deadlinesSchema: LibrarySchema = {
  entities: [Incident, Notification],
  migrations: [CreateDeadlines1767226100000],
};
