import { useQuery } from '@tanstack/react-query';
import { procurementRead } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { stageOf } from '../../api/shapes.js';
import type { LookupChoice } from '../../shared/forms/form-context.js';
import { formatYuan } from '../../shared/money/yuan.js';

type Lookups = Readonly<Record<string, readonly LookupChoice[]>>;

/** Choices of `x-lookup` fields, from the record of the stage whose form is open. */
export function useLookups(rootId: number, process: string | null): Lookups {
  const stage = stageOf(process);
  const { data } = useQuery({
    queryKey: ['case', rootId, 'lookups', stage],
    queryFn: () => readLookups(rootId, stage),
    enabled: stage !== null,
  });
  return data ?? {};
}

async function readLookups(rootId: number, stage: string | null): Promise<Lookups> {
  return stage === 'procurement' ? procurementLookups(rootId) : {};
}

async function procurementLookups(rootId: number): Promise<Lookups> {
  const record = await answer(procurementRead({ id: rootId }));
  return {
    'procurement-responses': record.responses.map((response) => ({
      value: response.id,
      label: `${response.organisation}(¥${formatYuan(response.price)})`,
    })),
    'procurement-criteria': (record.need?.criteria ?? []).map((criterion) => ({
      value: criterion.name,
      label: `${criterion.name}(${criterion.points})`,
    })),
  };
}
