import { UserError } from '#libs/platform';

/** Thrown when a person has no such number; there is nothing to see. */
export class NoPersonalDataError extends UserError {
  constructor(field: string) {
    super({
      code: 'identity.no-personal-data',
      status: 404,
      zh: '该用户没有登记这项信息。',
      en: 'Nothing of the kind is registered for this user.',
      details: { field },
    });
  }
}
