import { Worker } from 'jest-worker';

/** @typedef {import('@jest/test-result').Test} Test */
/**
 * @typedef {[
 *   tests: readonly Test[],
 *   watcher: { isInterrupted(): boolean },
 *   onStart: (test: Test) => Promise<void>,
 *   onResult: (test: Test, result: import('@jest/test-result').TestResult) => Promise<void>,
 *   onFailure: (test: Test, error: import('@jest/test-result').SerializableError) => Promise<void>,
 * ]} RunTests
 */

/**
 * A Jest runner whose worker processes load each module once, natively, and keep it for all files they run.
 * Jest's own runner gives every file a fresh set of modules; with NestJS, TypeORM and the engine that is seconds a file,
 * and no test here relies on it: there are no module mocks (docs/adr/0026-tests-share-modules.md).
 */
export default class SharedModulesRunner {
  /** @param {{ readonly maxWorkers: number, readonly testTimeout?: number }} globalConfig what Jest was called with */
  constructor(globalConfig) {
    this.globalConfig = globalConfig;
  }

  /**
   * As Jest calls it: tests, watcher, and what to do when a file starts, ends, or could not run at all.
   * @param {RunTests} given
   */
  async runTests(...[tests, watcher, onStart, onResult, onFailure]) {
    const worker = this.#startWorkers();
    const queue = [...tests];
    const workThrough = async () => {
      for (let test = queue.shift(); test !== undefined && !watcher.isInterrupted(); test = queue.shift()) {
        await onStart(test);
        try {
          await onResult(
            test,
            await worker.runFile(test.path, test.context.config, this.globalConfig.testTimeout ?? 5000),
          );
        } catch (error) {
          await onFailure(test, asError(error));
        }
      }
    };
    await Promise.all(Array.from({ length: this.globalConfig.maxWorkers }, workThrough));
    await worker.end();
  }

  /** @returns {Worker & { runFile: typeof import('./run-file.mjs').runFile }} */
  #startWorkers() {
    const worker = new Worker(new URL('./worker.cjs', import.meta.url), {
      exposedMethods: ['runFile'],
      numWorkers: this.globalConfig.maxWorkers,
      maxRetries: 0,
      forkOptions: {
        serialization: 'json',
        execArgv: [
          '--conditions=source',
          '--enable-source-maps',
          '--import',
          new URL('./register.mjs', import.meta.url).href,
        ],
      },
    });
    worker.getStdout().pipe(process.stdout);
    worker.getStderr().pipe(process.stderr);
    return /** @type {Worker & { runFile: typeof import('./run-file.mjs').runFile }} */ (worker);
  }
}

/**
 * @param {unknown} thrown
 * @returns {import('@jest/test-result').SerializableError}
 */
function asError(thrown) {
  const error = thrown instanceof Error ? thrown : new TypeError(String(thrown));
  return { message: error.message, stack: error.stack };
}
