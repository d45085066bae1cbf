import { DefectError } from '#libs/platform';

/** Thrown when the API refused what the script expected it to take; definition, script or program is wrong. */
export class RefusedError extends DefectError {
  constructor(
    readonly status: number,
    readonly problem: { readonly code?: string; readonly detail?: string; readonly errors?: unknown },
    request: string,
  ) {
    const fields = problem.errors === undefined ? '' : ` ${JSON.stringify(problem.errors)}`;
    const answer = `${status} ${problem.code ?? ''}: ${problem.detail ?? ''}${fields}`;
    super({
      code: 'cli.walkthrough-refused',
      zh: `${request} 被拒绝:${answer}`,
      en: `${request} was refused: ${answer}`,
    });
  }
}

/** Thrown when the case waits, nobody of the cast has anything to do and no deadline is armed. */
export class StuckError extends DefectError {
  constructor(where: string) {
    super({ code: 'cli.walkthrough-stuck', zh: `案件停在:${where}`, en: `The case is stuck at: ${where}` });
  }
}

/** Thrown when a person does not find in the own inbox what the case says is theirs. */
export class NotInInboxError extends DefectError {
  constructor(login: string, state: string) {
    const en = `${login} does not find ${state} in the inbox.`;
    super({ code: 'cli.walkthrough-inbox', zh: `${login} 的待办中没有 ${state}`, en });
  }
}

/** Thrown when the worker did not do in time what was waited for. */
export class WorkerLateError extends DefectError {
  constructor(what: string, seconds: number) {
    const en = `The worker did not do this within ${seconds} s: ${what}`;
    super({ code: 'cli.walkthrough-worker-late', zh: `worker 在 ${seconds} 秒内未完成:${what}`, en });
  }
}
