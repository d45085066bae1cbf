import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../api/http.js';
import { stageOf } from '../../api/shapes.js';
import type { LookupChoice } from '../../shared/forms/form-context.js';
import { formatYuan } from '../../shared/money/yuan.js';

type Lookups = Readonly<Record<string, readonly LookupChoice[]>>;

interface ProcurementRecord {
  readonly need: { readonly criteria: readonly { readonly name: string; readonly points: number }[] } | null;
  readonly responses: readonly { readonly id: number; readonly organisation: string; readonly price: number }[];
}

interface EvaluationRecord {
  readonly indicators?: readonly { readonly code: string; readonly title: string; readonly points: number }[];
}

export const stageRecordQuery = (rootId: number, stage: string) =>
  queryOptions({
    queryKey: ['case', rootId, 'record', stage],
    queryFn: () => call<Readonly<Record<string, unknown>>>(`/projects/${rootId}/${addressOf(stage)}`),
  });

function addressOf(stage: string): string {
  return stage === 'budgeting' ? 'budget' : stage;
}

/** Choices of `x-lookup` fields, from the record of the stage whose form is open. */
export function useLookups(rootId: number, process: string | null): Lookups {
  const stage = stageOf(process);
  const hasLookups = stage === 'procurement' || stage === 'evaluation';
  const { data } = useQuery({ ...stageRecordQuery(rootId, stage ?? ''), enabled: hasLookups });
  if (!data) return {};
  // The record's shape is the one that the stage's controller declares.
  return stage === 'procurement' ? procurementLookups(data as unknown as ProcurementRecord) : evaluationLookups(data as EvaluationRecord);
}

function procurementLookups(record: ProcurementRecord): Lookups {
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

function evaluationLookups(record: EvaluationRecord): Lookups {
  return {
    'evaluation-indicators': (record.indicators ?? []).map((indicator) => ({
      value: indicator.code,
      label: `${indicator.title}(${indicator.points})`,
    })),
  };
}
