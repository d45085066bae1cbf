import { UserError } from '#libs/platform';

/** Thrown when an incident is not open (any more); the operator reloads the list. */
export class NoOpenIncidentError extends UserError {
  constructor(id: number) {
    super({
      code: 'deadlines.no-open-incident',
      status: 404,
      zh: `没有编号 ${id} 的未处置异常，可能已自行恢复；请刷新列表。`,
      en: `There is no open incident ${id}; it may have been cured meanwhile. Reload the list.`,
      details: { id },
    });
  }
}
