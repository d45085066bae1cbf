import { declares } from './access.js';

/** The route answers every person with a login; what it answers is the caller's own, or for all. */
export const SignedIn = (): MethodDecorator & ClassDecorator => declares({ kind: 'signed-in' });
