import type { Actor } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { bindAttachments } from '../attachments/attachment.binder.js';
import { namePersons } from '../authority/named.persons.js';
import type { RelationSource } from '../authority/relation.source.js';
import type { StepScope } from '../steps/step.scope.js';
import { rowsOf } from '../instances/sql.packet.js';
import type { EffectContext, OutboxMessage } from './effect.js';

/** The context of one effect inside a running step. */
export class EffectScope implements EffectContext {
  readonly manager: EntityManager;
  readonly rootId: number;
  readonly instanceId: number;
  readonly process: string;
  readonly at: Date;
  readonly actor: Actor | null;

  constructor(
    private readonly scope: StepScope,
    readonly state: string,
    private readonly relations: RelationSource,
  ) {
    this.manager = scope.tx.manager;
    this.rootId = scope.tx.root.id;
    this.instanceId = scope.instance.id;
    this.process = scope.instance.process;
    this.at = scope.pending.at;
    this.actor = scope.pending.actor;
  }

  nextId(): number {
    return this.scope.tx.nextId();
  }

  emit(message: OutboxMessage): void {
    this.scope.tx.emit(message);
  }

  signal(event: string): void {
    this.scope.tx.signals.push(event);
  }

  organisations(relation: string): Promise<readonly number[]> {
    return this.relations.organisations(this.scope.tx, relation);
  }

  bindAttachments(ids: readonly number[]): void {
    bindAttachments(this.scope.tx, ids);
  }

  retitle(title: string): void {
    this.scope.tx.root.title = title;
  }

  async setParties(relation: string, organisationIds: readonly number[]): Promise<void> {
    const { tx } = this.scope;
    tx.parties.set(relation, [...organisationIds]);
    tx.write('DELETE FROM engine_party WHERE root_id = ? AND relation = ?', [tx.root.id, relation]);
    if (organisationIds.length === 0) return;
    tx.write(
      `INSERT INTO engine_party (root_id, relation, organisation_id) VALUES ${rowsOf(3, organisationIds.length)}`,
      organisationIds.flatMap((id) => [tx.root.id, relation, id]),
    );
  }

  async setPersons(relation: string, userIds: readonly number[]): Promise<void> {
    // Persons are read with the parties of their relation: what a rule resolves is written down with them.
    if (!this.scope.tx.parties.get(relation)?.length) {
      await this.setParties(relation, await this.organisations(relation));
    }
    await namePersons(this.scope, this.relations, { relation, userIds });
  }
}
