import { readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { DefinitionPublisher } from '#libs/engine';
import { DirectoriesConfig } from '#libs/platform';
import { type CliCommand, print, UsageError } from '../cli.command.js';
import { withDomain } from '../with-domain.js';

/** `sanshe processes publish FILE… | --all`: puts definitions live, each after the gate has passed. */
export const processesPublish: CliCommand = {
  name: 'processes publish',
  summary: 'Publish FILE…, or with --all every file whose version is new [--note TEXT]',
  options: { all: { type: 'boolean' }, note: { type: 'string' } },
  run: ({ positionals, options }) =>
    withDomain(async (domain) => {
      const publisher = domain.get(DefinitionPublisher);
      if (options['all'] !== true && positionals.length === 0)
        throw new UsageError('name a file, or --all', '请写明文件，或使用 --all');
      if (options['all'] === true) {
        const { published, unchanged } = await publisher.publishFiles();
        for (const { process, version } of published) print(`${process}@${version} published`);
        print(`${published.length} published, ${unchanged} unchanged`);
      }
      const { workflowsDir } = domain.get(DirectoriesConfig);
      const note = typeof options['note'] === 'string' ? options['note'] : null;
      for (const path of positionals) {
        const file = nameBelow(resolve(workflowsDir), resolve(path));
        const version = await publisher.publish({ source: readFileSync(path, 'utf8'), file, by: null, note });
        print(`${version.process}@${version.version} ${version.contentHash.slice(0, 12)} published`);
      }
      return 0;
    }),
};

/** A file from elsewhere is known by its own name alone. */
function nameBelow(folder: string, path: string): string {
  const name = relative(folder, path).replaceAll('\\', '/');
  return name.startsWith('..') ? basename(path) : name;
}
