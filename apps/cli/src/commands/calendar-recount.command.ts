import { RecountSurvey } from '#libs/engine';
import { type CliCommand } from '../cli.command.js';
import { tellRecount } from '../proving/recount.printer.js';
import { withDomain } from '../with-domain.js';

/** `sanshe calendar recount [--dry-run]`: counts open deadlines again that were counted by another calendar than config/ has. */
export const calendarRecount: CliCommand = {
  name: 'calendar recount',
  summary: 'Count open deadlines again by the calendar of config/ and list what moved [--dry-run] [--json]',
  options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  run: ({ options }) =>
    withDomain(async (domain) => {
      const survey = domain.get(RecountSurvey);
      const isDry = options['dry-run'] === true;
      const reports = await (isDry ? survey.dryRun() : survey.run());
      const { version } = await survey.standing();
      tellRecount(reports, { isJson: options['json'] === true, isDry, version });
      return reports.every(({ ok }) => ok) ? 0 : 1;
    }),
};
