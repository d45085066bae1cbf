import { queryOptions } from '@tanstack/react-query';
import { monitoringRead, procurementRead } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import type { Stage } from '../../api/shapes.js';
import type { RecordObject } from './record-fields.js';

/** Each stage has its own record and its own address. */
const READERS: Readonly<Partial<Record<Stage, (rootId: number) => Promise<RecordObject>>>> = {
  procurement: async (id) => ({ ...(await answer(procurementRead({ id }))) }),
  monitoring: async (id) => ({ ...(await answer(monitoringRead({ id }))) }),
};

export const stageRecordQuery = (rootId: number, stage: Stage) =>
  queryOptions({
    queryKey: ['case', rootId, 'record', stage],
    queryFn: async (): Promise<RecordObject> => (await READERS[stage]?.(rootId)) ?? {},
  });
