import { chinaCalendar, type WorkCalendar } from './index.js';

/** The calendar that specs count with: official days only, built once. */
export const officialCalendar: WorkCalendar = chinaCalendar();
