import type { LibrarySchema } from '#libs/platform';
import { CalendarLink } from './feed/calendar-link.entity.js';
import { Incident } from './incidents/incident.entity.js';
import { CreateDeadlines1767226100000 } from './migrations/1767226100000-create-deadlines.migration.js';
import { CreateSendings1767227100000 } from './migrations/1767227100000-create-sendings.migration.js';
import { CreateCalendarLink1767227200000 } from './migrations/1767227200000-create-calendar-link.migration.js';
import { Notification } from './notifications/notification.entity.js';
import { Digest } from './sending/digest.entity.js';
import { Sending } from './sending/sending.entity.js';

export const deadlinesSchema: LibrarySchema = {
  entities: [CalendarLink, Digest, Incident, Notification, Sending],
  migrations: [CreateDeadlines1767226100000, CreateSendings1767227100000, CreateCalendarLink1767227200000],
};
