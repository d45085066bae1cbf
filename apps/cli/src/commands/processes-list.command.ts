import { PublishedDefinitions } from '#libs/engine';
import { type CliCommand, print } from '../cli.command.js';
import { withDomain } from '../with-domain.js';

const DATE_LENGTH = 10;

/** `sanshe processes list [ID]`: versions that were published, and which one starts. */
export const processesList: CliCommand = {
  name: 'processes list',
  summary: 'List published versions, of process ID or of all [--json]',
  options: { json: { type: 'boolean' } },
  run: ({ positionals, options }) =>
    withDomain(async (domain) => {
      const definitions = domain.get(PublishedDefinitions);
      const versions = await definitions.versions(positionals[0]);
      const current = new Set((await definitions.all()).map(({ definition: d }) => `${d.process}@${d.version}`));
      if (options['json'] === true) {
        print(JSON.stringify(versions));
        return 0;
      }
      for (const version of versions) {
        const key = `${version.process}@${version.version}`;
        const day = version.publishedAt.toISOString().slice(0, DATE_LENGTH);
        const words = [
          version.status,
          ...(current.has(key) ? ['starts'] : []),
          version.retireReason ?? version.note ?? '',
        ];
        print(`${key.padEnd(42)} ${version.contentHash.slice(0, 12)} ${day} ${words.join(' ')}`.trimEnd());
      }
      return 0;
    }),
};
