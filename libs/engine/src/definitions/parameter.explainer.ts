import { computeDeadline, type Instant, type WorkCalendar } from '#libs/calendar';
import { type Json, parameterFault, type ParameterSpec, type ProcessDefinition } from '#libs/kernel';
import type { Configuration } from './configuration.files.js';
import type { LawReference } from './law.book.js';
import type { RegionKey } from './region.overlay.js';

/** One place that says a value, from the definition's own default to the nearest region. */
export interface SettingPlace {
  readonly value: Json;
  readonly file: string;
  readonly line: number;
  /** Code of the division; null for the definition's own default. */
  readonly division: string | null;
}

/** Why a parameter has its value in a division. */
export interface ParameterExplanation {
  readonly ownerKind: 'process' | 'decision';
  /** Process or decision table that declares it. */
  readonly owner: string;
  readonly parameter: string;
  readonly title: string | null;
  readonly type: ParameterSpec['type'];
  readonly value: Json;
  readonly setBy: SettingPlace;
  /** Every place that says a value, the one that counts last. */
  readonly chain: readonly SettingPlace[];
  readonly min: Json;
  readonly max: Json;
  readonly law: LawReference | null;
  /** Law that is named but not in the catalogue, or null. */
  readonly unknownLaw: string | null;
  /** What is wrong with the value, as a sentence. */
  readonly problem: string | null;
  readonly example: DurationExample | null;
}

/** The period counted from now. */
export interface DurationExample {
  readonly from: Instant;
  readonly dueAt: Instant;
  readonly dueDate: string;
  readonly provisional: boolean;
  readonly lines: readonly string[];
}

export interface ExplainRequest {
  readonly parameter: string;
  readonly division: string;
  /** Process or decision table; all that have the parameter unless set. */
  readonly owner?: string;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
}

/** Something that declares parameters. */
interface Owner {
  readonly kind: ParameterExplanation['ownerKind'];
  readonly name: string;
  readonly file: string;
  readonly parameters: ProcessDefinition['parameters'];
  readonly lines: Readonly<Record<string, number>>;
}

const REGION_KEY_OF: Readonly<Record<Owner['kind'], RegionKey>> = { process: 'parameters', decision: 'decisions' };

/** Names of all processes and tables that a parameter may be asked of. */
export function parameterOwners(configuration: Configuration, definitions: readonly ProcessDefinition[]): Owner[] {
  return [
    ...definitions.map(
      ({ process, file, parameters, lines }): Owner => ({
        kind: 'process',
        name: process,
        file,
        parameters,
        lines: lines ?? {},
      }),
    ),
    ...[...configuration.tables.values()].map(
      ({ definition }): Owner => ({ kind: 'decision', name: definition.decision, ...definition }),
    ),
  ];
}

/** 参数说明: the value, who set it, what it overrides and which law bounds it; one for each process that has it. */
export function explainParameter(
  configuration: Configuration,
  definitions: readonly ProcessDefinition[],
  request: ExplainRequest,
): readonly ParameterExplanation[] {
  return parameterOwners(configuration, definitions)
    .filter(({ name, parameters }) => request.parameter in parameters && (request.owner ?? name) === name)
    .flatMap((owner) => explain(configuration, owner, request) ?? []);
}

function explain(configuration: Configuration, owner: Owner, request: ExplainRequest): ParameterExplanation | null {
  const { parameter } = request;
  const spec = owner.parameters[parameter];
  if (spec === undefined) return null;
  const own = defaultPlace(owner, parameter, spec);
  const chain = [own, ...regionPlaces(configuration, owner, request)];
  const setBy = chain.at(-1) ?? own;
  return {
    ownerKind: owner.kind,
    owner: owner.name,
    parameter,
    title: spec.title?.zh ?? null,
    type: spec.type,
    value: setBy.value,
    setBy,
    chain,
    ...boundsOf(configuration, spec),
    problem: parameterFault(parameter, setBy.value, spec)?.message ?? null,
    example: spec.type === 'duration' ? exampleOf(setBy.value, request) : null,
  };
}

function boundsOf(
  { laws }: Configuration,
  spec: ParameterSpec,
): Pick<ParameterExplanation, 'min' | 'max' | 'law' | 'unknownLaw'> {
  const reference = spec.law ?? null;
  const law = reference === null ? null : laws.find(reference);
  return { min: spec.min ?? null, max: spec.max ?? null, law, unknownLaw: law === null ? reference : null };
}

function defaultPlace({ file, lines }: Owner, parameter: string, spec: ParameterSpec): SettingPlace {
  const line = lines[`/parameters/${parameter}/default`] ?? lines[`/parameters/${parameter}`] ?? 1;
  return { value: spec.default, file, line, division: null };
}

function regionPlaces({ regions }: Configuration, owner: Owner, request: ExplainRequest): readonly SettingPlace[] {
  const path = [REGION_KEY_OF[owner.kind], owner.name, request.parameter];
  return regions
    .settings(request.division, path)
    .map(({ overlay, value, line }) => ({ value, file: overlay.file, line, division: overlay.code }));
}

function exampleOf(value: Json, { now, calendar }: ExplainRequest): DurationExample | null {
  if (typeof value !== 'string') return null;
  const deadline = computeDeadline({ from: now, period: value, calendar });
  const { dueAt, dueDate, provisional, lines } = deadline;
  return { from: now, dueAt, dueDate, provisional, lines: lines.map(({ zh }) => zh) };
}
