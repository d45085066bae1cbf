import { queryOptions } from '@tanstack/react-query';
import {
  interventionsCancel,
  interventionsConfirm,
  interventionsDecline,
  interventionsList,
  interventionsOperations,
  interventionsPropose,
  type ProposeDto,
  reasonsExplain,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';

export const casePowersQuery = (rootId: number) =>
  queryOptions({
    queryKey: ['case', rootId, 'powers'],
    queryFn: () => answer(interventionsOperations({ id: rootId })),
  });

export const interventionsQuery = (rootId: number) =>
  queryOptions({
    queryKey: ['case', rootId, 'interventions'],
    queryFn: () => answer(interventionsList({ id: rootId })),
  });

/** What stands still in the case, and why. */
export const suspensionsQuery = (rootId: number) =>
  queryOptions({
    queryKey: ['case', rootId, 'suspensions'],
    queryFn: async () => {
      const { suspensions, standing } = await answer(reasonsExplain({ id: rootId }));
      return { suspensions, standing };
    },
  });

export const cancelCase = (id: number, reason: string) => answer(interventionsCancel({ id, cancelDto: { reason } }));

export const proposeIntervention = (id: number, proposeDto: ProposeDto) =>
  answer(interventionsPropose({ id, proposeDto }));

export const confirmIntervention = (id: number, intervention: number, remark: string) =>
  answer(interventionsConfirm({ id, intervention, remarkDto: { remark } }));

export const declineIntervention = (id: number, intervention: number, remark: string) =>
  answer(interventionsDecline({ id, intervention, remarkDto: { remark } }));
