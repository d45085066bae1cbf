import { DefinitionRetirer } from '#libs/engine';
import { type CliCommand, print, UsageError } from '../cli.command.js';
import { versionOf } from './process-version.js';
import { withDomain } from '../with-domain.js';

/** `sanshe processes retire ID@VERSION --reason TEXT`: no instance starts it any more; those that run go on. */
export const processesRetire: CliCommand = {
  name: 'processes retire',
  summary: 'Retire ID@VERSION --reason TEXT [--force]',
  options: { reason: { type: 'string' }, force: { type: 'boolean' } },
  run: ({ positionals, options }) =>
    withDomain(async (domain) => {
      const { process, version } = versionOf(positionals[0]);
      const reason = options['reason'];
      if (typeof reason !== 'string' || reason === '')
        throw new UsageError('--reason is missing', '请用 --reason 写明理由');
      const request = { process, version, reason, force: options['force'] === true, by: null };
      await domain.get(DefinitionRetirer).retire(request);
      print(`${process}@${version} retired`);
      return 0;
    }),
};
