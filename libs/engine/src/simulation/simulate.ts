import { addPlainDays, atLocalTime, type PlainDate, type WorkCalendar } from '#libs/calendar';
import type { JsonObject } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import { TimerPlanner } from '../timers/timer.planner.js';
import { inputOf } from './case.input.js';
import { OfficeHours } from './office.hours.js';
import { PayloadMaker } from './payload.maker.js';
import { Random } from './random.js';
import { reportOf } from './report.maker.js';
import { SimulatedCase } from './simulated.case.js';
import type { Subject } from './simulated.instance.js';
import { SimulationModel } from './simulation.model.js';
import type { SimulationReport } from './simulation.report.js';
import { Tally } from './tally.js';
import { ViewMaker } from './view.maker.js';
import type { ObservedStep, World } from './world.js';

export interface SimulationRequest {
  readonly process: string;
  readonly division: string;
  readonly cases: number;
  readonly seed: number;
  readonly calendar: WorkCalendar;
  /** Content of config/simulation.yaml. */
  readonly assumptions: JsonObject;
  /** The definition that an instance would start with in the division; undefined where there is none. */
  bundleOf(process: string): Bundle | undefined;
  /** Called after each step of a case. */
  observe?(step: ObservedStep): void;
  /** Called after each case. */
  onCase?(done: number): void;
}

/** Cases start while offices work. */
const START_TIME = '09:30';
/** Office hours are counted from some time before the first case. */
const EARLIER_DAYS = 60;

/** 仿真: runs whole cases under a virtual clock. The same request gives the same report. */
export function simulate(request: SimulationRequest): SimulationReport {
  const run = simulating(request);
  let next = run.next();
  while (next.done !== true) next = run.next();
  return next.value;
}

/** As `simulate`, case by case: gives how many are done, so that others have their turn in between. */
export function* simulating(request: SimulationRequest): Generator<number, SimulationReport, void> {
  const model = new SimulationModel(request.assumptions);
  const subjects = new Map<string, Subject | undefined>();
  const world: World = {
    model,
    hours: new OfficeHours(request.calendar, model.officeHours, addPlainDays(model.from, -EARLIER_DAYS)),
    planner: new TimerPlanner(request.calendar),
    payloads: new PayloadMaker(model),
    tally: new Tally(),
    observe: request.observe?.bind(request),
    subject: (process) => {
      if (!subjects.has(process)) subjects.set(process, subjectOf(request.bundleOf(process), model));
      return subjects.get(process);
    },
  };
  const subject = world.subject(request.process);
  if (!subject) throw new RangeError(`there is no process "${request.process}"`);
  for (let index = 0; index < request.cases; index += 1) {
    const random = Random.of(request.seed + 1, index);
    const day = workdayFrom(request.calendar, addPlainDays(model.from, random.between(0, model.days - 1)));
    const at = Date.parse(atLocalTime(day, START_TIME));
    const run = new SimulatedCase(world, index, request.seed);
    world.tally.finished(index, run.run(subject, inputOf(subject.bundle, model, { random, today: day }), at));
    request.onCase?.(index + 1);
    yield index + 1;
  }
  return reportOf(request, world, { model, subjects: [...subjects.values()].filter((known) => known !== undefined) });
}

function subjectOf(bundle: Bundle | undefined, model: SimulationModel): Subject | undefined {
  if (!bundle) return undefined;
  const order = new Map([...bundle.compiled.states.keys()].map((path, index) => [path, index]));
  return { bundle, views: new ViewMaker(model, bundle.compiled), order };
}

function workdayFrom(calendar: WorkCalendar, date: PlainDate): PlainDate {
  return calendar.isWorkday(date) ? date : workdayFrom(calendar, addPlainDays(date, 1));
}
