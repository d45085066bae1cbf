import { UserError } from '#libs/platform';

/** Thrown when there is no dead letter of that number (any more); the operator reloads the list. */
export class NoDeadLetterError extends UserError {
  constructor(id: number) {
    super({
      code: 'deadlines.no-dead-letter',
      status: 404,
      zh: `没有编号 ${id} 的死信，可能已重新发送；请刷新列表。`,
      en: `There is no dead letter ${id}; it may have been sent again meanwhile. Reload the list.`,
      details: { id },
    });
  }
}
