import { queryOptions } from '@tanstack/react-query';
import {
  handOverClaim,
  handOverDelegate,
  handOverRelease,
  handOverTransfer,
  roundColleagues,
  roundRound,
  roundSuccessors,
  signingAdd,
  signingOpinion,
  signingRemove,
  signingRetract,
  urgingCopy,
  urgingUrge,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';
import type { FormData } from '../../../api/shapes.js';

export const roundQuery = (rootId: number, taskId: number) =>
  queryOptions({
    queryKey: ['case', rootId, 'task', taskId, 'round'],
    queryFn: () => answer(roundRound({ id: taskId })),
    refetchOnWindowFocus: false,
  });

export const successorsQuery = (taskId: number) =>
  queryOptions({ queryKey: ['people', taskId, 'successors'], queryFn: () => answer(roundSuccessors({ id: taskId })) });

export const colleaguesQuery = (taskId: number, search: string) =>
  queryOptions({
    queryKey: ['people', taskId, 'colleagues', search],
    queryFn: () => answer(roundColleagues({ id: taskId, search: search === '' ? undefined : search })),
  });

/** What a person has decided before asking others (后加签). */
export interface Decision {
  readonly event: string;
  readonly title: string;
  readonly form: FormData;
}

export const claimTask = (id: number, comment: string) =>
  answer(handOverClaim({ id, seatDto: comment === '' ? {} : { comment } }));

export const releaseTask = (id: number, comment: string) =>
  answer(handOverRelease({ id, seatDto: comment === '' ? {} : { comment } }));

export const transferTask = (id: number, to: number, comment: string) =>
  answer(handOverTransfer({ id, handOverDto: { to, comment } }));

export const delegateTask = (id: number, to: number, comment: string) =>
  answer(handOverDelegate({ id, handOverDto: { to, comment } }));

export const askBefore = (id: number, users: number[], comment: string) =>
  answer(signingAdd({ id, addSignersDto: { placing: 'before', users, comment } }));

export const askAfter = (id: number, users: number[], comment: string, { event, form }: Decision) =>
  answer(signingAdd({ id, addSignersDto: { placing: 'after', users, comment, event, form } }));

export const removeSigners = (id: number, seats: number[], comment: string) =>
  answer(signingRemove({ id, removeSignersDto: { seats, comment } }));

export const retractVote = (id: number, comment: string) => answer(signingRetract({ id, reasonDto: { comment } }));

export const giveOpinion = (id: number, opinion: 'approve' | 'reject', comment: string) =>
  answer(signingOpinion({ id, opinionDto: { opinion, comment } }));

export const copyCase = (id: number, users: number[], comment: string, key: string) =>
  answer(urgingCopy({ id, idempotencyKey: key, copyDto: comment === '' ? { users } : { users, comment } }));

export const urgeTask = (id: number, comment: string, key: string) =>
  answer(urgingUrge({ id, idempotencyKey: key, urgeDto: comment === '' ? {} : { comment } }));
