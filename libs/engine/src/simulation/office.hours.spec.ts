import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '#libs/calendar';
import { EventQueue } from './event.queue.js';
import { OfficeHours } from './office.hours.js';
import { percentiles } from './tally.js';
import { Random } from './random.js';

const hours = new OfficeHours(
  chinaCalendar(),
  [
    ['09:00', '12:00'],
    ['14:00', '17:30'],
  ],
  '2024-01-01',
);
const at = (local: string): number => Date.parse(`${local}:00.000+08:00`);

describe('OfficeHours', () => {
  it.each([
    ['over noon', '2024-03-05T11:30', 60, '2024-03-05T14:30'],
    ['over night', '2024-03-05T17:00', 60, '2024-03-06T09:30'],
    ['over a weekend', '2024-03-08T17:00', 60, '2024-03-11T09:30'],
    ['from a day off', '2024-03-09T12:00', 30, '2024-03-11T09:30'],
    ['over a long holiday', '2024-09-30T17:00', 60, '2024-10-08T09:30'],
    ['on a worked Sunday', '2024-09-29T10:00', 60, '2024-09-29T11:00'],
  ])('adds %s', (_, from, minutes, to) => {
    expect(hours.add(at(from), minutes)).toBe(at(to));
    expect(hours.between(at(from), at(to))).toBeCloseTo(minutes);
  });

  it('counts working days', () => {
    expect(hours.workingDays(at('2024-03-04T09:00'), at('2024-03-11T09:00'))).toBe(5);
  });
});

describe('EventQueue', () => {
  it('gives the earliest first, of one moment the lower rank, then the older', () => {
    const random = new Random(1);
    const queue = new EventQueue();
    const order: string[] = [];
    const put = (moment: number, rank: number, name: string) =>
      queue.push({ at: moment, rank, run: () => order.push(`${moment} ${rank} ${name}`) });
    for (let index = 0; index < 300; index += 1) {
      put(random.between(0, 40), random.between(0, 1), String(index).padStart(3, '0'));
    }
    for (let next = queue.pop(); next; next = queue.pop()) next.run();
    const sorted = [...order].sort((a, b) => Number(a.split(' ')[0]) - Number(b.split(' ')[0]) || (a < b ? -1 : 1));
    expect(order).toEqual(sorted);
  });
});

describe('Random', () => {
  it('repeats itself, keeps weights and the median', () => {
    const draws = (seed: number) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.next()
        )(new Random(seed)),
      );
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
    const random = new Random(3);
    const picks = Array.from({ length: 2000 }, () => random.pick({ a: 0.9, b: 0.1 }));
    expect(picks.filter((name) => name === 'b').length / 2000).toBeCloseTo(0.1, 1);
    expect(percentiles(Array.from({ length: 4000 }, () => random.logNormal(10, 0.8))).p50).toBeCloseTo(10, -1);
    expect(random.pick({})).toBeUndefined();
  });
});
