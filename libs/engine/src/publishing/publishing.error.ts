import type { Problem } from '#libs/kernel';
import { UserError } from '#libs/platform';

/** Thrown when a definition does not pass the gate; whoever wrote it cures each finding at its line. */
export class GateRefusedError extends UserError {
  constructor(readonly problems: readonly Problem[]) {
    const lines = problems.map(({ file, line, message, hint }) => `${file}:${line} ${message} ${hint}`).join('\n');
    super({
      code: 'engine.gate-refused',
      zh: `流程未通过发布检查（${problems.length} 处）：\n${lines}`,
      en: `The definition does not pass the publish gate (${problems.length} findings):\n${lines}`,
      details: { problems },
      fields: problems.map(({ line, code, message, hint }) => ({
        field: `/source/${line}`,
        rule: code,
        zh: `${message} ${hint}`,
        en: `${message} ${hint}`,
      })),
    });
  }
}

/** A version that was published with other content than a file has now. */
export interface ChangedVersion {
  readonly process: string;
  readonly version: number;
  readonly file: string;
}

/** Thrown when a published version would change its content; whoever edited the file raises its version number. */
export class VersionChangedError extends UserError {
  constructor(changed: readonly ChangedVersion[]) {
    const zh = changed.map(
      ({ process, version, file }) =>
        `${file} 的内容已改变，但流程 ${process} 的第 ${version} 版已经发布；已发布的版本不得更改，请将文件中的 version 改为 ${version + 1}，或恢复原内容。`,
    );
    const en = changed.map(
      ({ process, version, file }) =>
        `${file} has changed, but version ${version} of ${process} is published already; a published version never changes. Write version: ${version + 1} in the file, or restore its content.`,
    );
    super({
      code: 'engine.version-changed',
      status: 409,
      zh: zh.join('\n'),
      en: en.join('\n'),
      details: { changed },
      fields: [{ field: '/source', rule: 'newVersion', zh: '请提高版本号', en: 'raise the version number' }],
    });
  }
}

/** Thrown when a version is older than what is published; the author takes the next number. */
export class VersionNotNewerError extends UserError {
  constructor({ process, version, file }: ChangedVersion, newest: number) {
    super({
      code: 'engine.version-not-newer',
      status: 409,
      zh: `${file}：流程 ${process} 已发布到第 ${newest} 版，不能再发布第 ${version} 版；请将 version 改为 ${newest + 1}。`,
      en: `${file}: version ${newest} of ${process} is published, version ${version} cannot follow it. Write version: ${newest + 1}.`,
      details: { process, version, newest },
      fields: [{ field: '/source', rule: 'newVersion', zh: `应为 ${newest + 1}`, en: `must be ${newest + 1}` }],
    });
  }
}

/** Thrown when a version is asked for that was never published; the caller picks one from the list. */
export class UnknownVersionError extends UserError {
  constructor(process: string, version: number) {
    super({
      code: 'engine.unknown-version',
      status: 404,
      zh: `流程 ${process} 没有第 ${version} 版。`,
      en: `There is no version ${version} of ${process}.`,
      details: { process, version },
      fields: [{ field: '/version', rule: 'published', zh: '没有此版本', en: 'no such version' }],
    });
  }
}

/** Thrown when retiring would leave other processes without this one; the caller publishes another or forces it. */
export class RetireRefusedError extends UserError {
  constructor(process: string, version: number, namedBy: readonly string[]) {
    super({
      code: 'engine.retire-refused',
      status: 409,
      zh: `第 ${version} 版是流程 ${process} 唯一在用的版本，而${namedBy.join('、')}要用到它；请先发布新版本，或写明理由强制停用。`,
      en: `Version ${version} is the only one of ${process} that can start, and ${namedBy.join(', ')} needs it. Publish another version first, or force it with a reason.`,
      details: { process, version, namedBy },
      fields: [{ field: '/force', rule: 'required', zh: '需要强制停用', en: 'must be forced' }],
    });
  }
}

/** Thrown when a version that is retired already is retired again. */
export class AlreadyRetiredError extends UserError {
  constructor(process: string, version: number) {
    super({
      code: 'engine.already-retired',
      status: 409,
      zh: `流程 ${process} 的第 ${version} 版已停用。`,
      en: `Version ${version} of ${process} is retired already.`,
      details: { process, version },
    });
  }
}
