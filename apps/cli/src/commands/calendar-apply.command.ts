import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { candidatePlanner, RecountSurvey } from '#libs/engine';
import { DirectoriesConfig } from '#libs/platform';
import { type CliCommand, print, UsageError } from '../cli.command.js';
import { tellRecount } from '../proving/recount.printer.js';
import { withDomain } from '../with-domain.js';

/**
 * `sanshe calendar apply FILE [--dry-run]`: a holiday notice arrives. Lists what it would move, puts the file into
 * config/calendars, and counts every open deadline again.
 */
export const calendarApply: CliCommand = {
  name: 'calendar apply',
  summary: 'Put a holiday notice FILE into config/calendars and count open deadlines again [--dry-run] [--json]',
  options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  async run({ positionals, options }) {
    const [file] = positionals;
    if (file === undefined || !existsSync(file)) throw new UsageError('name a file that exists', '请写明存在的文件');
    const directories = new DirectoriesConfig();
    const target = join(directories.configDir, 'calendars', basename(file));
    assertMayWrite(file, target);
    const planner = candidatePlanner(directories, file);
    const isJson = options['json'] === true;
    const wouldMove = await withDomain((domain) => domain.get(RecountSurvey).dryRun(planner));
    if (options['dry-run'] === true) {
      tellRecount(wouldMove, { isJson, isDry: true, version: planner.calendar.version });
      return 0;
    }
    mkdirSync(join(directories.configDir, 'calendars'), { recursive: true });
    if (!existsSync(target)) copyFileSync(file, target);
    // Another context: this one counts by the file that has just been put into its place.
    const moved = await withDomain((domain) => domain.get(RecountSurvey).run());
    tellRecount(moved, { isJson, isDry: false, version: planner.calendar.version });
    if (!isJson) print('请重启 api 与 worker，使其按新日历计算；重启后再执行一次 sanshe calendar recount。');
    return moved.every(({ ok }) => ok) ? 0 : 1;
  },
};

/** A calendar version is stored with every deadline: what a file said once stays what it says. */
function assertMayWrite(file: string, target: string): void {
  if (!file.endsWith('.yaml')) throw new UsageError('the file must end in .yaml', '文件名应以 .yaml 结尾');
  if (!existsSync(target) || readFileSync(target, 'utf8') === readFileSync(file, 'utf8')) return;
  throw new UsageError(
    `${target} exists and says something else; give the corrected notice another name and version`,
    `${target} 已存在且内容不同；更正的通知请另取文件名和 version`,
  );
}
