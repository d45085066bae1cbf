import { join } from 'node:path';
import { demoStaffing, DirectoryStaffing, lintDefinitions, type LintReport, registeredNames } from '#libs/engine';
import type { Staffing } from '#libs/kernel';
import { DirectoriesConfig } from '#libs/platform';
import { DOMAIN_MODULES } from '../../../domain.js';
import { type CliCommand, print } from '../cli.command.js';
import { formatFinding } from '../lint/finding.format.js';
import { withDomain } from '../with-domain.js';

type StaffingOf = (relations: readonly string[]) => Staffing | undefined;

/**
 * `sanshe processes lint`: proves every definition before it can go live. Needs no database, and holds separation of
 * duties against the people of the demo data; with --staffing against those of the database.
 */
export const processesLint: CliCommand = {
  name: 'processes lint',
  summary: 'Check all definitions and forms under workflows/ [--staffing: against the people of the database]',
  options: { json: { type: 'boolean' }, staffing: { type: 'boolean' } },
  async run({ positionals, options }) {
    const report = options['staffing'] === true ? await staffedReport(positionals[0]) : demoReport(positionals[0]);
    const { processes, forms, problems } = report;
    if (options['json'] === true) {
      print(JSON.stringify(report, null, 2));
    } else {
      for (const problem of problems) print(formatFinding(problem));
      print(`${processes} processes, ${forms} forms, ${problems.length} problems`);
    }
    return problems.length === 0 ? 0 : 1;
  },
};

function staffedReport(folder: string | undefined): Promise<LintReport> {
  return withDomain((domain) => {
    const staffing = domain.get(DirectoryStaffing);
    return Promise.resolve(lint(folder, (relations) => staffing.of(relations)));
  });
}

function demoReport(folder: string | undefined): LintReport {
  const { configDir } = new DirectoriesConfig();
  return lint(folder, (relations) => demoStaffing(configDir, relations));
}

function lint(folder: string | undefined, staffingOf: StaffingOf): LintReport {
  const directories = new DirectoriesConfig();
  return lintDefinitions({
    workflowsDir: folder === undefined ? directories.workflowsDir : join(process.cwd(), folder),
    configDir: directories.configDir,
    regionsDir: directories.regionsDir,
    names: registeredNames(DOMAIN_MODULES),
    staffingOf,
  });
}
