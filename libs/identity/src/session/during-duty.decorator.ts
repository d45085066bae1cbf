import { SetMetadata } from '@nestjs/common';

export const DURING_DUTY = 'identity:during-duty';

/** The route answers also while the caller has something to do with the account first: it is the way to do it. */
export const DuringDuty = (): MethodDecorator & ClassDecorator => SetMetadata(DURING_DUTY, true);
