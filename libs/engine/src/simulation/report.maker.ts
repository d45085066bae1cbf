import { addPlainDays } from '#libs/calendar';
import type { Subject } from './simulated.instance.js';
import type { SimulationModel } from './simulation.model.js';
import type { PlaceShare, SimulationReport, TakenKey, WaitingShare } from './simulation.report.js';
import { percentiles, type Tally } from './tally.js';
import type { World } from './world.js';

interface Asked {
  readonly process: string;
  readonly division: string;
  readonly cases: number;
  readonly seed: number;
}

interface Parts {
  readonly model: SimulationModel;
  readonly subjects: readonly Subject[];
}

/** The report of what was counted. */
export function reportOf(
  { process, division, cases, seed }: Asked,
  { tally, hours }: Pick<World, 'tally' | 'hours'>,
  { model, subjects }: Parts,
): SimulationReport {
  const titles = titlesOf(subjects);
  const places = placesOf(tally, hours.minutesPerDay, titles);
  return {
    process,
    version: subjects[0]?.bundle.content.version ?? 0,
    division,
    cases,
    seed,
    from: model.from,
    to: addPlainDays(model.from, model.days - 1),
    steps: tally.steps,
    ended: tally.minutes.length,
    stuck: cases - tally.minutes.length,
    duration: rounded(percentiles(tally.minutes.map((minutes) => minutes / hours.minutesPerDay))),
    outcomes: outcomesOf(tally, (state) => titles.get(`${process} ${state}`) ?? state),
    places,
    waiting: waitingOf(places),
    ...lateness(tally, titles),
    returned: tally.returned,
    withdrawn: tally.withdrawn,
    vacant: tally.vacant,
    neverTaken: subjects.flatMap(keysOf).filter((key) => !tally.hasTaken(key)),
    stuckCases: [...tally.stuck.values()].sort((a, b) => b.count - a.count),
    provisional: tally.provisional,
  };
}

function outcomesOf(tally: Tally, titleOf: (state: string) => string): SimulationReport['outcomes'] {
  const all = [...tally.outcomes.values()];
  const cases = sum(all.map(({ count }) => count)) + sum([...tally.stuck.values()].map(({ count }) => count));
  return all
    .map(({ state, output, count }) => ({ state, title: titleOf(state), output, count, share: share(count, cases) }))
    .sort((a, b) => b.count - a.count);
}

type Lateness = Pick<SimulationReport, 'tasks' | 'missed' | 'deadlines' | 'reminders' | 'escalations'>;

function lateness(tally: Tally, titles: ReadonlyMap<string, string>): Lateness {
  const tasks = [...tally.tasks.values()];
  const late = tasks.filter(({ missed }) => missed > 0);
  return {
    tasks: sum(tasks.map((task) => task.tasks)),
    missed: sum(tasks.map((task) => task.missed)),
    deadlines: late
      .map((task) => ({
        ...task,
        title: titles.get(`${task.process} ${task.state}`) ?? task.state,
        share: share(task.missed, task.tasks),
      }))
      .sort((a, b) => b.missed - a.missed),
    reminders: tally.reminders,
    escalations: [...tally.levels].map(([level, count]) => ({ level, count })).sort((a, b) => b.count - a.count),
  };
}

function titlesOf(subjects: readonly Subject[]): ReadonlyMap<string, string> {
  return new Map(
    subjects.flatMap(({ bundle: { compiled } }) =>
      [...compiled.states].map(([path, { title }]): [string, string] => [
        `${compiled.definition.process} ${path}`,
        title?.zh ?? path,
      ]),
    ),
  );
}

function placesOf(tally: Tally, minutesPerDay: number, titles: ReadonlyMap<string, string>): PlaceShare[] {
  const stays = [...tally.stays.values()];
  const total = sum(stays.map((stay) => stay.minutes));
  return stays
    .map(({ process, state, waitingOn, visits, minutes }) => ({
      process,
      state,
      title: titles.get(`${process} ${state}`) ?? state,
      waitingOn,
      visits,
      days: tenth(minutes / minutesPerDay),
      share: share(minutes, total),
    }))
    .sort((a, b) => b.days - a.days);
}

function waitingOf(places: readonly PlaceShare[]): WaitingShare[] {
  const days = new Map<string, number>();
  for (const place of places) days.set(place.waitingOn, (days.get(place.waitingOn) ?? 0) + place.days);
  const total = sum([...days.values()]);
  return [...days]
    .map(([waitingOn, spent]) => ({ waitingOn, days: tenth(spent), share: share(spent, total) }))
    .sort((a, b) => b.days - a.days);
}

/** Every event and deadline that the definition declares. */
function keysOf({ bundle: { compiled } }: Subject): TakenKey[] {
  const { process } = compiled.definition;
  return [...compiled.states].flatMap(([state, spec]) =>
    [...Object.keys(spec.on), ...Object.keys(spec.after)].map((event) => ({ process, state, event })),
  );
}

function rounded({ p10, p50, p90 }: SimulationReport['duration']): SimulationReport['duration'] {
  return { p10: tenth(p10), p50: tenth(p50), p90: tenth(p90) };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
