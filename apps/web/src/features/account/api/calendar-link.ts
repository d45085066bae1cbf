import { queryOptions } from '@tanstack/react-query';
import { calendarLinkMake, calendarLinkRead, calendarLinkRevoke } from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';

export const CALENDAR_LINK_KEY = ['account', 'calendar-link'];

export const calendarLinkQuery = () =>
  queryOptions({ queryKey: CALENDAR_LINK_KEY, queryFn: () => answer(calendarLinkRead()) });

export const makeCalendarLink = () => answer(calendarLinkMake());
export const revokeCalendarLink = () => answer(calendarLinkRevoke());
