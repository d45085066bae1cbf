import { UserError } from '#libs/platform';

/** Thrown when somebody acts in what stands still; it goes on when the cause is settled. */
export class SuspendedError extends UserError {
  constructor(cause: string, byProcess: string) {
    super({
      code: 'engine.suspended',
      status: 409,
      zh: `本环节已依法暂停(依据:${cause},由“${byProcess}”引起),恢复前不能办理;本次操作未生效。`,
      en: `This step is suspended (${cause}, by "${byProcess}"); nothing was changed. Act again when it has been resumed.`,
      details: { cause, by: byProcess },
    });
  }
}
