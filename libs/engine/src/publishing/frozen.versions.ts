import { parseProcess } from '#libs/kernel';
import { BadDefinitionError } from '../definitions/definition.error.js';
import { parseYaml, readYamlFiles } from '../definitions/yaml.files.js';
import { contentHashOf } from './published.definition.js';

/** Content hash by `process@version`: what was shipped once is never shipped again with other content. */
export type FrozenVersions = Readonly<Record<string, string>>;

export interface ShippedVersion {
  readonly key: string;
  readonly version: number;
  readonly file: string;
  readonly contentHash: string;
}

export function shippedVersions(workflowsDir: string): readonly ShippedVersion[] {
  return readYamlFiles(workflowsDir)
    .filter((file) => !file.name.startsWith('forms/'))
    .map((file) => {
      const parsed = parseProcess(file.text, `workflows/${file.name}`);
      if (!parsed.ok) throw new BadDefinitionError(parsed.problems);
      const { process, version } = parsed.value;
      const contentHash = contentHashOf(parseYaml(file));
      return { key: `${process}@${version}`, version, file: `workflows/${file.name}`, contentHash };
    });
}

/** One sentence for each definition whose content changed although its number did not. */
export function thawed(frozen: FrozenVersions, shipped: readonly ShippedVersion[]): readonly string[] {
  return shipped
    .filter(({ key, contentHash }) => key in frozen && frozen[key] !== contentHash)
    .map(
      ({ key, version, file }) =>
        `${file} has changed, but ${key} was shipped with other content: write version: ${version + 1} and run \`sanshe histories freeze\`.`,
    );
}

/** Versions that were shipped and are not yet on the list. */
export function unfrozen(frozen: FrozenVersions, shipped: readonly ShippedVersion[]): readonly ShippedVersion[] {
  return shipped.filter(({ key }) => !(key in frozen));
}
