import { KeyRotator, SecretBox } from '#libs/platform';
import { DataSource } from 'typeorm';
import { SCHEMAS } from '../../../domain.js';
import { type CliCommand, print } from '../cli.command.js';
import { ProgressBar } from '../proving/progress.bar.js';
import { withDomain } from '../with-domain.js';

/** `sanshe secrets rotate [--check]`: seals everything with the first key of SANSHE_DATA_KEYS; may be cut off and run again. */
export const secretsRotate: CliCommand = {
  name: 'secrets rotate',
  summary: 'Seal personal data with the first key of SANSHE_DATA_KEYS; --check only counts what is left',
  options: { check: { type: 'boolean' } },
  run: ({ options }) =>
    withDomain(async (domain) => {
      const rotator = new KeyRotator(domain.get(DataSource), domain.get(SecretBox));
      const bar = new ProgressBar(await rotator.remaining(SCHEMAS));
      const sealed = options['check'] ? 0 : await rotator.rotate(SCHEMAS, ({ done }) => bar.show(done));
      const remaining = await rotator.remaining(SCHEMAS);
      print(JSON.stringify({ sealed, remaining }));
      return remaining === 0 || options['check'] ? 0 : 1;
    }),
};
