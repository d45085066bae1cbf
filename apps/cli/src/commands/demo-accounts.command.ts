import { listDemoAccounts } from '#libs/identity';
import { DirectoriesConfig } from '#libs/platform';
import { type CliCommand, print } from '../cli.command.js';

/** `sanshe demo accounts`: who can log in to the demo. */
export const demoAccounts: CliCommand = {
  name: 'demo accounts',
  summary: 'List the demo accounts',
  options: { json: { type: 'boolean' } },
  run({ options }) {
    const accounts = listDemoAccounts(new DirectoriesConfig());
    if (options['json'] === true) print(JSON.stringify(accounts));
    else for (const account of accounts) print(Object.values(account).join('  '));
    return Promise.resolve(0);
  },
};
