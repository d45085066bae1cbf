import { WORK_CALENDAR } from '#libs/engine';
import type { WorkCalendar } from '#libs/calendar';
import { type ClockChange, ClockConfig, ClockStore, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { type CliCommand, print, UsageError } from '../cli.command.js';
import { withDomain } from '../with-domain.js';

/** A day a minute. */
const USUAL_RATE = '1440';
const FASTEST = 86_400;
/** Nine o'clock in China. */
const MORNING = 'T01:00:00.000Z';

/**
 * `sanshe training resume [--rate N]`: business time goes on from what happened last, N times as fast. It stood still
 * while nobody trained; a new training begins with the last year that has an official calendar.
 */
export const trainingResume: CliCommand = {
  name: 'training resume',
  summary: 'Let the business time of a training installation go on [--rate N business seconds a second] [--json]',
  options: { rate: { type: 'string', default: USUAL_RATE }, json: { type: 'boolean', default: false } },
  async run({ options }) {
    const rate = Number(options['rate']);
    if (!(rate > 0 && rate <= FASTEST))
      throw new UsageError(`--rate is a number up to ${FASTEST}`, `--rate 应为不超过 ${FASTEST} 的正数`);
    if (!new ClockConfig().isTraining)
      throw new UsageError('this is no training: SANSHE_CLOCK is not training', '本环境不是培训环境（SANSHE_CLOCK）');
    const change = await withDomain(async (domain): Promise<ClockChange> => {
      const last = await lastBusinessTime(domain.get(DataSource));
      const begin = beginning(domain.get<WorkCalendar>(WORK_CALENDAR), domain.get(SystemClock).now());
      const at = last ?? begin;
      await domain.get(ClockStore).set({ at, rate });
      return { at, rate };
    });
    const at = change.at.toISOString();
    print(options['json'] === true ? JSON.stringify({ at, rate }) : `业务时间从 ${at} 起继续，${rate} 倍速`);
    return 0;
  },
};

async function lastBusinessTime(dataSource: DataSource): Promise<Date | null> {
  const rows: { last: Date | null }[] = await dataSource.query('SELECT MAX(business_at) AS last FROM engine_root');
  return rows[0]?.last ?? null;
}

/** Beyond the last notice every date would be provisional, and what depends on it be held. */
function beginning({ knownUntil }: WorkCalendar, now: Date): Date {
  const begin = new Date(`${knownUntil.slice(0, 4)}-01-05${MORNING}`);
  return begin < now ? begin : now;
}
