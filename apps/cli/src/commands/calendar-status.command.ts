import { RecountSurvey } from '#libs/engine';
import { type CliCommand, print } from '../cli.command.js';
import { withDomain } from '../with-domain.js';

/** `sanshe calendar status`: which calendar counts, and how many open deadlines are 暂定 or were counted by another. */
export const calendarStatus: CliCommand = {
  name: 'calendar status',
  summary: 'Which calendar counts, and how many open deadlines are provisional, held or outdated [--json]',
  options: { json: { type: 'boolean', default: false } },
  run: ({ options }) =>
    withDomain(async (domain) => {
      const standing = await domain.get(RecountSurvey).standing();
      if (options['json'] === true) print(JSON.stringify(standing));
      else {
        const { version, knownUntil, open, provisional, held, outdated } = standing;
        print(`日历 ${version}，放假安排已公布至 ${knownUntil}`);
        print(`未结期限 ${open} 个：暂定 ${provisional}，到期待确认 ${held}，按其他版本日历计算 ${outdated}`);
      }
      return 0;
    }),
};
