import { UserError } from '#libs/platform';

/** Thrown when an id names no organisation; the caller can cure it. */
export class UnknownOrganisationError extends UserError {
  constructor(id: number | string) {
    super({
      code: 'identity.unknown-organisation',
      status: 404,
      zh: `没有编号为“${id}”的单位。`,
      en: `There is no organisation "${id}".`,
      details: { id },
    });
  }
}
