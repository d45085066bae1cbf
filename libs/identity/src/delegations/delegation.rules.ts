import { Injectable } from '@nestjs/common';
import { DirectoriesConfig } from '#libs/platform';
import { BadConfigurationError } from '../configuration/bad-configuration.error.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { type DelegationFile, readDelegationFile } from './delegation.files.js';

/** config/delegation.yaml, read once and checked against the roles and kinds that exist. */
@Injectable()
export class DelegationRules {
  readonly file: DelegationFile;

  constructor(directories: DirectoriesConfig, catalogue: RoleCatalogue) {
    this.file = readDelegationFile(directories.configDir);
    const { barred, personal } = this.file;
    const problems = [
      ...barred.kinds.filter((kind) => !catalogue.kindNames.has(kind)).map((kind) => `unknown kind ${kind}`),
      ...[...barred.roles, ...personal]
        .filter((role) => !catalogue.roleNames.has(role))
        .map((role) => `unknown role ${role}`),
    ];
    if (problems.length > 0) throw new BadConfigurationError('delegation.yaml', problems);
  }
}
