import { declares } from '../access/access.js';

/** The route answers without a login. */
export const Public = (): MethodDecorator & ClassDecorator => declares({ kind: 'public' });
