import type { PlainDate } from '#libs/calendar';
import type { Json, JsonObject, PartyRole } from '#libs/kernel';
import type { OfficeSpan } from './office.hours.js';
import type { Weights } from './random.js';
import { isObject, rangeIn, weightsIn } from './sample.js';

/** Office hours that a piece of work takes: the median, and the deviation of its logarithm. */
export interface WorkTime {
  readonly hours: number;
  readonly spread: number;
}

/** How many people of a party act side by side where each acts once, and how many stand behind them. */
export interface Crew {
  readonly people: number;
  readonly reserve: number;
}

/** 退回 and 撤回: shares of the finished tasks that allow them. */
export interface Operations {
  readonly return: number;
  readonly withdraw: number;
}

/** 岗位空缺: the share of tasks whose post nobody holds, and within how many working days somebody stands in. */
export interface Vacancy {
  readonly share: number;
  readonly days: readonly [fewest: number, most: number];
}

/** How often somebody who has no task sends an event while it is taken, fewest and most. */
export type SendCount = readonly [fewest: number, most: number];

type Named<T> = Readonly<Record<string, T>>;

/** Assumptions of config/simulation.yaml about how people work. None of them comes from measurements. */
export class SimulationModel {
  readonly from: PlainDate;
  /** Cases start within so many days. */
  readonly days: number;
  readonly officeHours: readonly OfficeSpan[];
  readonly operations: Operations;
  readonly vacancy: Vacancy;
  private readonly work: Named<Named<WorkTime>>;
  private readonly stateWork: Named<Named<WorkTime>>;
  private readonly crews: Named<Crew>;
  private readonly senders: Named<SendCount>;
  /** Share of what leads to an earlier state, where nothing else is said. */
  private readonly back: number;
  private readonly events: Weights;
  private readonly processes: JsonObject;
  private readonly forms: JsonObject;
  private readonly fields: JsonObject;
  private readonly views: JsonObject;

  constructor(file: JsonObject) {
    this.from = textAt(file, 'from', '2024-01-01');
    this.days = numberAt(file, 'days', 365);
    this.officeHours = spansOf(file['officeHours']);
    const work = objectAt(file, 'work');
    this.work = {
      default: { default: workTime(work['default']) },
      roles: mapped(objectAt(work, 'roles'), workTime),
      organisations: mapped(objectAt(work, 'organisations'), workTime),
    };
    this.stateWork = mapped(objectAt(work, 'states'), (states) => mapped(isObject(states) ? states : {}, workTime));
    this.crews = mapped(objectAt(file, 'crews'), crewOf);
    this.senders = mapped(objectAt(file, 'senders'), rangeIn);
    this.back = numberAt(objectAt(file, 'choice'), 'back', 0.1);
    const operations = objectAt(file, 'operations');
    this.operations = { return: numberAt(operations, 'return', 0), withdraw: numberAt(operations, 'withdraw', 0) };
    const vacancy = objectAt(file, 'vacancy');
    this.vacancy = { share: numberAt(vacancy, 'share', 0), days: rangeIn(vacancy['days'] ?? [1, 1]) };
    this.events = weightsIn(file['events']);
    this.processes = objectAt(file, 'processes');
    this.forms = objectAt(file, 'forms');
    this.fields = objectAt(file, 'fields');
    this.views = objectAt(file, 'views');
  }

  /** The nearest word counts: state, role, organisation, default. */
  workTime(process: string, state: string, assignee: PartyRole): WorkTime {
    return (
      this.stateWork[process]?.[state] ??
      this.work['roles']?.[assignee.role] ??
      this.work['organisations']?.[assignee.organisation] ??
      this.work['default']?.['default'] ??
      DEFAULT_WORK
    );
  }

  crew(assignee: PartyRole): Crew {
    return this.crews[assignee.organisation] ?? { people: 1, reserve: 4 };
  }

  sendCount(event: string): SendCount {
    return this.senders[event] ?? [0, 1];
  }

  /**
   * Shares of the events that a person may choose. What the file names gets its weight; the rest shares what is left,
   * by `back` what leads to an earlier state and by the remainder what leads on.
   */
  choice(process: string, state: string, isBack: Readonly<Record<string, boolean>>): Weights {
    const named = { ...this.events, ...weightsIn(objectAt(objectAt(this.process(process), 'states'), state)) };
    const events = Object.keys(isBack);
    const unnamed = events.filter((event) => named[event] === undefined);
    const forward = unnamed.filter((event) => !isBack[event]).length;
    const left = Math.max(0, 1 - sum(events.map((event) => named[event] ?? 0)));
    const shareOf = (event: string): number => {
      if (forward === 0 || forward === unnamed.length) return left / unnamed.length;
      return isBack[event] ? (left * this.back) / (unnamed.length - forward) : (left * (1 - this.back)) / forward;
    };
    return Object.fromEntries(events.map((event) => [event, named[event] ?? shareOf(event)]));
  }

  /** Samples of the variables with which the process starts. */
  inputs(process: string): JsonObject {
    return objectAt(this.process(process), 'input');
  }

  /** Declared sample of a field: its form's first, then that of every field of the name. */
  field(form: string, name: string): Json | undefined {
    return objectAt(this.forms, form)[name] ?? this.fields[name];
  }

  view(source: string): Json | undefined {
    return this.views[source];
  }

  private process(id: string): JsonObject {
    return objectAt(this.processes, id);
  }
}

const DEFAULT_WORK: WorkTime = { hours: 10, spread: 0.8 };
const DEFAULT_SPANS: readonly OfficeSpan[] = [
  ['09:00', '12:00'],
  ['14:00', '17:30'],
];

function workTime(value: Json | undefined): WorkTime {
  if (!isObject(value)) return DEFAULT_WORK;
  return {
    hours: numberAt(value, 'hours', DEFAULT_WORK.hours),
    spread: numberAt(value, 'spread', DEFAULT_WORK.spread),
  };
}

function crewOf(value: Json): Crew {
  const crew = isObject(value) ? value : {};
  return { people: numberAt(crew, 'people', 1), reserve: numberAt(crew, 'reserve', 0) };
}

function spansOf(value: Json | undefined): readonly OfficeSpan[] {
  if (!Array.isArray(value)) return DEFAULT_SPANS;
  // Two wall-clock texts each.
  return (value as readonly (readonly string[])[]).map(([from = '09:00', to = '17:30']) => [from, to]);
}

function mapped<T>(object: JsonObject, change: (value: Json) => T): Named<T> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isObject(value) ? value : {};
}

function numberAt(object: JsonObject, key: string, fallback: number): number {
  const value = object[key];
  return typeof value === 'number' ? value : fallback;
}

function textAt(object: JsonObject, key: string, fallback: string): string {
  const value = object[key];
  return typeof value === 'string' ? value : fallback;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
