import { Injectable } from '@nestjs/common';
import { RelationResolver } from '#libs/identity';
import type { CaseTransaction } from '../instances/case.transaction.js';

/** Who stands in a relation to a case: its explicit parties first, else the rule of config/relations.yaml. */
@Injectable()
export class RelationSource {
  constructor(private readonly resolver: RelationResolver) {}

  async organisations(tx: Pick<CaseTransaction, 'parties' | 'root'>, relation: string): Promise<readonly number[]> {
    const explicit = tx.parties.get(relation);
    if (explicit && explicit.length > 0) return explicit;
    return this.resolver.resolve(relation, { parties: new Map(), purchaserId: tx.root.purchaserId });
  }
}
