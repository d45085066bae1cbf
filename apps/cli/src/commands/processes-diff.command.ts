import { readFileSync } from 'node:fs';
import { BadDefinitionError, diffDefinitions, LawBook, PublishedDefinitions, titlesOf } from '#libs/engine';
import { RoleCatalogue } from '#libs/identity';
import { parseProcess, type ProcessDefinition } from '#libs/kernel';
import { DirectoriesConfig } from '#libs/platform';
import { type CliCommand, print, UsageError } from '../cli.command.js';
import { isVersion, versionOf } from './process-version.js';
import { withDomain } from '../with-domain.js';

/** `sanshe processes diff A B`: what changes from A to B, in words; each is a file or ID@VERSION. */
export const processesDiff: CliCommand = {
  name: 'processes diff',
  summary: 'Say in words what changes from A to B (files or ID@VERSION) [--json]',
  options: { json: { type: 'boolean' } },
  async run({ positionals, options }) {
    const [a, b] = positionals;
    if (a === undefined || b === undefined) throw new UsageError('name two definitions', '请写明两个流程');
    const [from, to] = isVersion(a) || isVersion(b) ? await published(a, b) : ([fromFile(a), fromFile(b)] as const);
    const directories = new DirectoriesConfig();
    const titles = titlesOf(new RoleCatalogue(directories), new LawBook(directories.configDir));
    const changes = diffDefinitions(from, to, titles);
    if (options['json'] === true) print(JSON.stringify(changes));
    else for (const { area, zh, en } of changes) print(`[${area}] ${zh}\n  ${en}`);
    if (options['json'] !== true) print(`${changes.length} changes`);
    return 0;
  },
};

function published(a: string, b: string): Promise<[ProcessDefinition, ProcessDefinition]> {
  return withDomain(async (domain) => {
    const definitions = domain.get(PublishedDefinitions);
    const read = async (text: string): Promise<ProcessDefinition> => {
      if (!isVersion(text)) return fromFile(text);
      const { process, version } = versionOf(text);
      return (await definitions.one(process, version)).definition;
    };
    return [await read(a), await read(b)];
  });
}

function fromFile(path: string): ProcessDefinition {
  const parsed = parseProcess(readFileSync(path, 'utf8'), path);
  if (!parsed.ok) throw new BadDefinitionError(parsed.problems);
  return parsed.value;
}
