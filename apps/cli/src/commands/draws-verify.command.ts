import { DrawVerifier } from '#libs/engine';
import { type CliCommand, print } from '../cli.command.js';
import { withDomain } from '../with-domain.js';

/** `sanshe draws verify ROOT…`: draws everything of the cases again, from their history, and compares. */
export const drawsVerify: CliCommand = {
  name: 'draws verify',
  summary: 'Draw by lot again what was drawn in a case, and compare',
  run: ({ positionals }) =>
    withDomain(async (domain) => {
      let bad = positionals.length === 0 ? 1 : 0;
      if (bad > 0) print('usage: sanshe draws verify ROOT…');
      for (const root of positionals) {
        const report = await domain.get(DrawVerifier).verify(Number(root));
        print(JSON.stringify(report));
        bad += report.faults.length;
      }
      return bad === 0 ? 0 : 1;
    }),
};
