import { SealVerifier } from '#libs/identity';
import { type CliCommand, print } from '../cli.command.js';
import { withDomain } from '../with-domain.js';

/** `sanshe logs verify`: compares the append-only logs with their seals; one line for each log. */
export const logsVerify: CliCommand = {
  name: 'logs verify',
  summary: 'Compare the append-only logs with their seals',
  run: () =>
    withDomain(async (domain) => {
      const reports = await domain.get(SealVerifier).verifyAll();
      for (const report of reports) print(JSON.stringify(report));
      return reports.every(({ broken }) => broken.length === 0) ? 0 : 1;
    }),
};
