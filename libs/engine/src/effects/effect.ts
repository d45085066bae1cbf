import { SetMetadata } from '@nestjs/common';
import type { Actor, JsonObject } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { EffectInput } from './effect-input.js';

/** What left a transaction: the relay hands it to the handler of its kind after commit. */
export interface OutboxMessage {
  /** `<lib>.<verb-noun>`, e.g. `deadlines.notify-task`. */
  readonly kind: string;
  /** Ids and short facts; the rows are the truth. */
  readonly payload: JsonObject;
}

/** The command's transaction as an effect sees it. */
export interface EffectContext {
  /** The only way to the database: inside the command's transaction. */
  readonly manager: EntityManager;
  readonly rootId: number;
  readonly instanceId: number;
  readonly process: string;
  readonly state: string;
  /** Business time of the command. */
  readonly at: Date;
  readonly actor: Actor | null;
  /** A new id for a row. */
  nextId(): number;
  /** Leaves with the transaction through the outbox. */
  emit(message: OutboxMessage): void;
  /** Tells every listening instance of this case, in this transaction, that a view has changed (its `changedBy`). */
  signal(event: string): void;
  /** Organisations that stand in that relation to the root, as in `assignee.organisation`. */
  organisations(relation: string): Promise<readonly number[]>;
  /** Opens sealed files of a form to whoever may see the case. */
  bindAttachments(ids: readonly number[]): void;
  /** Gives the case another title. */
  retitle(title: string): void;
  /** Sets who stands in that relation from now on (replaces). */
  setParties(relation: string, organisationIds: readonly number[]): Promise<void>;
  /** Names the persons who act for that relation from now on (replaces); open tasks of this instance change hands. */
  setPersons(relation: string, userIds: readonly number[]): Promise<void>;
}

/**
 * A registered effect: rows written in the command's transaction.
 * It may refuse with a `UserError`; then the whole command is refused and nothing is written.
 */
export interface EffectHandler {
  apply(input: EffectInput, context: EffectContext): Promise<void>;
}

export const EFFECT_NAME = 'sanshe:effect';
/** Registers an injectable class as the handler of that effect (`<noun>.<verb>`). */
export const HandlesEffect = (name: string): ClassDecorator => SetMetadata(EFFECT_NAME, name);
