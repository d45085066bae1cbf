import { Injectable } from '@nestjs/common';
import { ProvidesView, type ReadView, type ViewRequest } from '#libs/engine';
import type { Json } from '#libs/kernel';
import { ContractEntity } from '../contract/contract.entity.js';

const UNSIGNED = {
  signed: false,
  published: false,
  filed: false,
  number: '',
  contractor: 0,
  amount: 0,
  serviceFrom: '',
  serviceTo: '',
};

/** `projects.contract`: the contract as guards read it; empty values until it is signed. */
@Injectable()
@ProvidesView('projects.contract')
export class ContractStateView implements ReadView {
  async load({ manager, rootId }: ViewRequest): Promise<Json> {
    const contract = await manager.findOneBy(ContractEntity, { rootId });
    if (!contract) return UNSIGNED;
    const { number, contractorId, amount, serviceFrom, serviceTo } = contract;
    const steps = { signed: true, published: contract.publishedAt !== null, filed: contract.filedAt !== null };
    return { ...steps, number, contractor: contractorId, amount, serviceFrom, serviceTo };
  }
}
