import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  boardsList,
  boardsRead,
  supervisionMeasuresAsk,
  supervisionMeasuresExplain,
  supervisionMeasuresReassign,
  supervisionMeasuresSetDueDate,
  supervisionsClose,
  supervisionsList,
  supervisionsRead,
  supervisionsUrge,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';
import type { LateBucket } from '../../../api/shapes.js';

export const SUPERVISION_KEY = ['supervision'] as const;
const LIMIT = 20;

export const SIDES = ['given', 'received'] as const;
export type Side = (typeof SIDES)[number];
export const STATUSES = ['open', 'closed'] as const;
export type Status = (typeof STATUSES)[number];
export const LEVELS = ['county', 'city'] as const;
export type Level = (typeof LEVELS)[number];

export const supervisionsQuery = (side: Side, status: Status) =>
  infiniteQueryOptions({
    queryKey: [...SUPERVISION_KEY, 'list', side, status],
    queryFn: ({ pageParam }) => answer(supervisionsList({ side, status, limit: LIMIT, after: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const supervisionQuery = (id: number) =>
  queryOptions({ queryKey: [...SUPERVISION_KEY, 'one', id], queryFn: () => answer(supervisionsRead({ id })) });

export const boardQuery = (level: Level) =>
  queryOptions({ queryKey: [...SUPERVISION_KEY, 'board', level], queryFn: () => answer(boardsRead({ level })) });

export const lateTasksQuery = (bucket: LateBucket, division: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...SUPERVISION_KEY, 'tasks', bucket, division],
    queryFn: ({ pageParam }) => answer(boardsList({ bucket, division, limit: LIMIT, after: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const urge = (id: number, comment: string, key: string) =>
  answer(supervisionsUrge({ id, idempotencyKey: key, urgeSupervisedDto: comment === '' ? {} : { comment } }));

export const setDate = (id: number, date: string, reason: string, key: string) =>
  answer(supervisionMeasuresSetDueDate({ id, idempotencyKey: key, setDueDateDto: { date, reason } }));

export const reassign = (id: number, to: number, reason: string, key: string) =>
  answer(supervisionMeasuresReassign({ id, idempotencyKey: key, reassignDto: { to, reason } }));

export const ask = (id: number, question: string, key: string) =>
  answer(supervisionMeasuresAsk({ id, idempotencyKey: key, askExplanationDto: { question } }));

export const close = (id: number, reason: string, key: string) =>
  answer(supervisionsClose({ id, idempotencyKey: key, supervisionReasonDto: { reason } }));

export interface Explanation {
  readonly id: number;
  readonly explanation: number;
  readonly text: string;
  readonly attachments: number[];
}

export const explain = ({ id, explanation, text, attachments }: Explanation, key: string) =>
  answer(
    supervisionMeasuresExplain({
      id,
      explanation,
      idempotencyKey: key,
      giveExplanationDto: { answer: text, attachments },
    }),
  );
