import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  accountReviewsList,
  loginLogList,
  operationLogOperations,
  operationLogUnmaskings,
  organisationsList,
  rolesKinds,
  rolesList,
  usersList,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';

export const LIMIT = 30;
const KEY = 'administration';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A list that goes on page by page. */
export function pages<T>(key: readonly unknown[], read: (after: string | undefined) => Promise<Page<T>>) {
  return infiniteQueryOptions({
    queryKey: [KEY, ...key],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export const usersQuery = (q: string) =>
  pages(['users', q], (after) => answer(usersList({ limit: LIMIT, after, ...(q !== '' && { q }) })));

export const organisationsQuery = (q: string) =>
  pages(['organisations', q], (after) => answer(organisationsList({ limit: LIMIT, after, ...(q !== '' && { q }) })));

export const roleRequestsQuery = () => pages(['roles'], (after) => answer(rolesList({ limit: LIMIT, after })));

export const reviewsQuery = () => pages(['reviews'], (after) => answer(accountReviewsList({ limit: LIMIT, after })));

export const operationsQuery = () =>
  pages(['operations'], (after) => answer(operationLogOperations({ limit: LIMIT, after })));

export const unmaskingsQuery = () =>
  pages(['unmaskings'], (after) => answer(operationLogUnmaskings({ limit: LIMIT, after })));

export const loginsQuery = () => pages(['logins'], (after) => answer(loginLogList({ limit: LIMIT, after })));

export const kindsQuery = () => queryOptions({ queryKey: [KEY, 'kinds'], queryFn: () => answer(rolesKinds()) });

export const ADMINISTRATION_KEY = [KEY];
