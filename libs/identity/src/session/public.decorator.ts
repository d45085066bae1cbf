import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'identity:public';

/** The route answers without a login. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(IS_PUBLIC, true);
