import type { MigrationObstacle } from '#libs/kernel';
import { UserError } from '#libs/platform';
import { obstacleWords } from './obstacle.words.js';

/** Thrown when an instance cannot go on under the other version; a person finishes it under its own. */
export class MigrationRefusedError extends UserError {
  constructor(instanceId: number, obstacles: readonly MigrationObstacle[]) {
    const words = obstacles.map(obstacleWords);
    super({
      code: 'engine.migration-refused',
      status: 409,
      zh: `实例 ${instanceId} 不能换用新版流程：${words.map(({ zh }) => zh).join('；')}。`,
      en: `Instance ${instanceId} cannot move: ${words.map(({ en }) => en).join('; ')}.`,
      details: { instanceId, obstacles },
    });
  }
}

/** Thrown when an instance is not, or no longer, what is to be moved; the caller looks at the list again. */
export class NotMigratableError extends UserError {
  constructor(instanceId: number, process: string, version: number) {
    super({
      code: 'engine.not-migratable',
      status: 409,
      zh: `实例 ${instanceId} 不是正在办理的 ${process} 第 ${version} 版。`,
      en: `Instance ${instanceId} is not a running ${process}@${version}.`,
      details: { instanceId, process, version },
    });
  }
}

/** Thrown when a move can no longer be undone, because the instance has gone on, or was never moved. */
export class UndoRefusedError extends UserError {
  constructor(instanceId: number) {
    super({
      code: 'engine.migration-undo-refused',
      status: 409,
      zh: `实例 ${instanceId} 没有可撤销的换版：未曾换版，或换版后已有办理。`,
      en: `Instance ${instanceId} has no move to undo: it was not moved, or has gone on since.`,
      details: { instanceId },
    });
  }
}
