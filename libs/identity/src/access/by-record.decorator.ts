import { declares } from './access.js';

/**
 * The record decides: organisation, division and relation say who sees it, its state and its people who acts.
 * A record that the caller may not see answers like one that does not exist.
 */
export const ByRecord = (): MethodDecorator & ClassDecorator => declares({ kind: 'record' });
