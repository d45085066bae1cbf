import type { EffectContext } from '#libs/engine';

/** What the ledger needs of a command's transaction. */
export type LedgerContext = Pick<EffectContext, 'manager' | 'rootId' | 'at' | 'actor' | 'nextId'>;
