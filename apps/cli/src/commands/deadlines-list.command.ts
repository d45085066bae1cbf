import { writeFileSync } from 'node:fs';
import { deadlinePage, LawBook, pendingPeriods, readRegister } from '#libs/engine';
import { DirectoriesConfig } from '#libs/platform';
import { type CliCommand, print } from '../cli.command.js';

const DOCUMENT = 'docs/deadlines.md';

/** `sanshe deadlines list`: every deadline of config/deadlines.yaml; with `--write` as the page of the documentation. */
export const deadlinesList: CliCommand = {
  name: 'deadlines list',
  summary: `List the deadlines of config/deadlines.yaml and those that are pending [--pending] [--write into ${DOCUMENT}]`,
  options: { pending: { type: 'boolean' }, write: { type: 'boolean' } },
  run: ({ options }) => {
    const { configDir } = new DirectoriesConfig();
    const register = readRegister(configDir);
    const page = deadlinePage(register, new LawBook(configDir));
    if (options['write'] === true) writeFileSync(DOCUMENT, page);
    else if (options['pending'] === true) {
      for (const { id, period } of pendingPeriods(register.deadlines))
        print(`${id} ${period.title.zh}：${period.pending?.zh ?? ''}`);
    } else print(page);
    return Promise.resolve(0);
  },
};
