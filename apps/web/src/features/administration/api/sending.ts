import { queryOptions } from '@tanstack/react-query';
import { type DeadLetterView, deadLetterList, notificationListUnreached } from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';
import { ADMINISTRATION_KEY, LIMIT, pages } from './administration.js';

export type Channel = DeadLetterView['channel'];

export const deadLettersQuery = (channel: Channel | undefined) =>
  pages(['dead-letters', channel], (after) => answer(deadLetterList({ limit: LIMIT, after, channel })));

export const unreachedQuery = () =>
  queryOptions({
    queryKey: [...ADMINISTRATION_KEY, 'unreached'],
    queryFn: () => answer(notificationListUnreached()),
  });
