import type { LibrarySchema } from '#libs/platform';
import { ContractEntity } from './contract/contract.entity.js';
import { InstalmentEntity } from './instalment/instalment.entity.js';
import { BalanceEntity } from './ledger/balance.entity.js';
import { FundAccountEntity } from './ledger/fund-account.entity.js';
import { PostingEntity } from './ledger/posting.entity.js';
import { CreateProjects1767226200000 } from './migrations/1767226200000-create-projects.migration.js';
import { ProjectEntity } from './project/project.entity.js';
import { StageEntryEntity } from './project/stage-entry.entity.js';

/** Tables of projects, money and contracts; the ledger and the stage entries can only be added to. */
export const projectsSchema: LibrarySchema = {
  entities: [
    ProjectEntity,
    StageEntryEntity,
    FundAccountEntity,
    BalanceEntity,
    PostingEntity,
    ContractEntity,
    InstalmentEntity,
  ],
  migrations: [CreateProjects1767226200000],
  appendOnly: ['projects_posting', 'projects_stage_entry'],
};
