import { queryOptions } from '@tanstack/react-query';
import {
  applicationRead,
  budgetRead,
  evaluationRead,
  monitoringRead,
  procurementRead,
} from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import type { Stage } from '../../api/shapes.js';
import type { RecordObject } from './record-fields.js';

/** Each stage has its own record and its own address. `total` is money in one and points in another. */
const READERS: Readonly<Record<Stage, (rootId: number) => Promise<RecordObject>>> = {
  application: async (id) => ({ ...(await answer(applicationRead({ id }))) }),
  budgeting: async (id) => {
    const { total, ...budget } = await answer(budgetRead({ id }));
    return { budgetTotal: total, ...budget };
  },
  procurement: async (id) => {
    const { responses, ...procurement } = await answer(procurementRead({ id }));
    return {
      ...procurement,
      responses: responses.map(({ total, ...response }) => ({ ...response, totalScore: total })),
    };
  },
  monitoring: async (id) => ({ ...(await answer(monitoringRead({ id }))) }),
  evaluation: async (id) => ({ ...(await answer(evaluationRead({ id }))) }),
};

export const stageRecordQuery = (rootId: number, stage: Stage) =>
  queryOptions({
    queryKey: ['case', rootId, 'record', stage],
    queryFn: () => READERS[stage](rootId),
  });
