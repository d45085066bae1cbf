import type { Problem } from '#libs/kernel';
import { DefectError, UserError } from '#libs/platform';

/** Thrown at boot or publish when files under workflows/ or config/ are wrong; whoever edited them can cure it. */
export class BadDefinitionError extends DefectError {
  constructor(readonly problems: readonly Problem[]) {
    const first = problems.map((problem) => `${problem.file}:${problem.line} ${problem.message} ${problem.hint}`);
    super({
      code: 'engine.bad-definition',
      zh: `流程或配置有误:\n${first.join('\n')}`,
      en: `Definitions or configuration are wrong:\n${first.join('\n')}`,
      details: { problems },
    });
  }
}

/** Thrown when somebody starts a process that is not published; the caller names another. */
export class UnknownProcessError extends UserError {
  constructor(process: string) {
    super({
      code: 'engine.unknown-process',
      zh: `没有名为“${process}”的已发布流程。`,
      en: `There is no published process "${process}".`,
      details: { process },
      fields: [{ field: '/process', rule: 'published', zh: '不是已发布的流程', en: 'not a published process' }],
    });
  }
}

/** Thrown when stored content of an instance can no longer be read; an operator must restore it. */
export class BundleMissingError extends DefectError {
  constructor(hash: string) {
    super({
      code: 'engine.bundle-missing',
      zh: `固定版本 ${hash} 缺失。`,
      en: `Bundle ${hash} is missing.`,
      details: { hash },
    });
  }
}
