import { useQuery } from '@tanstack/react-query';
import { fundList, procurementRead } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { type JsonSchema, stageOf } from '../../api/shapes.js';
import type { LookupChoice } from '../../shared/forms/form-context.js';
import { formatYuan } from '../../shared/money/yuan.js';

type Choices = readonly LookupChoice[];
export type Lookups = Readonly<Record<string, Choices>>;

const FUNDS_SHOWN = 100;

/** What the open form is about. */
export interface LookupSubject {
  readonly rootId: number;
  readonly process: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly schemas: readonly JsonSchema[];
}

/** Where the choices of an `x-lookup` field come from, by its name. */
const SOURCES: Readonly<Record<string, (subject: LookupSubject) => Promise<Choices>>> = {
  '/api/v1/funds': readFunds,
  'procurement-responses': async ({ rootId }) => (await readProcurement(rootId)).responses,
  'procurement-criteria': async ({ rootId }) => (await readProcurement(rootId)).criteria,
  'evaluation-indicators': ({ parameters }) => Promise.resolve(indicatorsOf(parameters.indicators)),
};

/** Choices of all `x-lookup` fields of these forms. */
export function useLookups(subject: LookupSubject): Lookups {
  const asked = Object.keys(SOURCES).filter((name) => subject.schemas.some((schema) => mentions(schema, name)));
  const { data } = useQuery({
    queryKey: ['case', subject.rootId, 'lookups', stageOf(subject.process), ...asked],
    queryFn: async () => Object.fromEntries(await Promise.all(asked.map((name) => readOne(name, subject)))),
    enabled: asked.length > 0,
  });
  return data ?? {};
}

async function readOne(name: string, subject: LookupSubject): Promise<readonly [string, Choices]> {
  return [name, (await SOURCES[name]?.(subject)) ?? []];
}

function mentions(schema: JsonSchema, lookup: string): boolean {
  return JSON.stringify(schema).includes(`"x-lookup":"${lookup}"`);
}

async function readFunds(): Promise<Choices> {
  const { items } = await answer(fundList({ limit: FUNDS_SHOWN }));
  return items.map((fund) => ({ value: fund.id, label: `${fund.year} ${fund.title}(¥${formatYuan(fund.free)})` }));
}

async function readProcurement(rootId: number): Promise<{ responses: Choices; criteria: Choices }> {
  const record = await answer(procurementRead({ id: rootId }));
  return {
    responses: record.responses.map(({ id, organisation, price }) => ({
      value: id,
      label: `${organisation}(¥${formatYuan(price)})`,
    })),
    criteria: (record.need?.criteria ?? []).map(({ name, points }) => ({ value: name, label: `${name}(${points})` })),
  };
}

function indicatorsOf(value: unknown): Choices {
  const indicators = Array.isArray(value) ? (value as { code: string; title: string; points: number }[]) : []; // as declared in the process
  return indicators.map(({ code, title, points }) => ({ value: code, label: `${title}(${points})` }));
}
