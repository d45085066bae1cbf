import { Injectable } from '@nestjs/common';
import { InstalmentEntity } from '../instalment/instalment.entity.js';
import type { LedgerContext } from '../ledger/ledger.entry.js';
import { ProjectEntity } from '../project/project.entity.js';
import { PeriodReversedError, UnknownProjectError } from '../project/project.error.js';
import { ContractEntity } from './contract.entity.js';
import {
  AboveApprovedError,
  ContractExistsError,
  InstalmentNumberError,
  InstalmentSumError,
  NoContractError,
} from './contract.error.js';
import type { ContractTerms } from './contract.terms.js';

/** Signing, publishing and filing of a project's one contract. */
@Injectable()
export class ContractService {
  async sign(context: LedgerContext, terms: ContractTerms): Promise<void> {
    const { manager, rootId } = context;
    const project = await manager.findOneBy(ProjectEntity, { rootId });
    if (!project) throw new UnknownProjectError(rootId);
    const existing = await manager.findOneBy(ContractEntity, { rootId });
    if (existing) throw new ContractExistsError(existing.number);
    assertTerms(terms, project.approvedAmount);
    await this.write(context, terms);
  }

  async publish({ manager, rootId, at }: LedgerContext, noticeNo: string): Promise<void> {
    const result = await manager.update(ContractEntity, { rootId }, { noticeNo, publishedAt: at });
    if (result.affected === 0) throw new NoContractError();
  }

  async file({ manager, rootId, at }: LedgerContext, filingNo: string): Promise<void> {
    const result = await manager.update(ContractEntity, { rootId }, { filingNo, filedAt: at });
    if (result.affected === 0) throw new NoContractError();
  }

  private async write(context: LedgerContext, terms: ContractTerms): Promise<void> {
    const { manager, rootId, at } = context;
    const { number, contractor, amount, signedOn, serviceFrom, serviceTo } = terms;
    const period = { serviceFrom, serviceTo };
    await manager.insert(ContractEntity, {
      id: context.nextId(),
      rootId,
      number,
      contractorId: contractor,
      amount,
      signedOn,
      ...period,
      signedAt: at,
    });
    await manager.insert(
      InstalmentEntity,
      terms.instalments.map((instalment) => ({
        id: context.nextId(),
        rootId,
        ...instalment,
        status: 'planned' as const,
      })),
    );
    await manager.update(ProjectEntity, { rootId }, { contractorId: contractor, contractAmount: amount, ...period });
  }
}

function assertTerms(terms: ContractTerms, approved: number): void {
  if (terms.amount > approved) throw new AboveApprovedError(terms.amount, approved);
  if (terms.serviceTo < terms.serviceFrom)
    throw new PeriodReversedError('/serviceTo', terms.serviceFrom, terms.serviceTo);
  if (terms.instalments.some((instalment, index) => instalment.number !== index + 1)) throw new InstalmentNumberError();
  const sum = terms.instalments.reduce((total, instalment) => total + instalment.amount, 0);
  if (sum !== terms.amount) throw new InstalmentSumError(sum, terms.amount);
}
