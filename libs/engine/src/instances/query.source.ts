import type { EntityManager } from 'typeorm';

/**
 * Where a read goes. Inside a command it must be the command's own manager: a second connection,
 * taken while one is held, can empty the pool.
 */
export type QuerySource = Pick<EntityManager, 'query'>;
