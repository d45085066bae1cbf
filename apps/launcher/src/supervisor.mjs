import { watchNpm } from './process-table.mjs';

/**
 * Ends everything that was started, once, whatever the cause: a signal, a child that ended, an error.
 * What was started last is stopped first.
 */
export class Supervisor {
  /** @type {{ name: string, stop: () => Promise<void> | void }[]} */
  #owned = [];
  #aborter = new AbortController();
  /** @type {Promise<void> | undefined} */
  #ending;
  /** @type {(code: number) => void} */
  #resolve = () => undefined;
  /** Exit code, once everything has been stopped. */
  finished = new Promise((/** @type {(code: number) => void} */ resolve) => {
    this.#resolve = resolve;
  });

  /** Aborted when the end begins: running steps give up. */
  get signal() {
    return this.#aborter.signal;
  }

  get isEnding() {
    return this.#ending !== undefined;
  }

  /**
   * @param {(text: string) => void} say
   * @param {number} [code] exit code after a signal
   */
  listenToSignals(say, code = 0) {
    /** @param {string} cause */
    const stop = (cause) => {
      if (!this.isEnding) say(`${cause}: stopping`);
      void this.end(code);
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stop(name));
    const isNpmGone = watchNpm();
    if (isNpmGone) setInterval(() => isNpmGone() && stop('npm is gone'), 500).unref();
  }

  /**
   * @param {string} name
   * @param {() => Promise<void> | void} stop
   */
  own(name, stop) {
    this.#owned.push({ name, stop });
  }

  /**
   * Ends everything when this process ends by itself.
   * @param {import('./own-process.mjs').OwnProcess} child
   * @param {(text: string) => void} say
   */
  watch(child, say) {
    void child.exited.then(({ code, signal }) => {
      if (this.isEnding) return;
      say(`${child.name} ended (${signal ?? `code ${code}`}); the end of ${child.logFile}:\n${child.logTail()}`);
      void this.end(1);
    });
  }

  /**
   * @param {number} code
   * @returns {Promise<void>}
   */
  end(code) {
    this.#ending ??= this.#stopAll(code);
    return this.#ending;
  }

  /** @param {number} code */
  async #stopAll(code) {
    this.#aborter.abort(new Error('stopping'));
    let failed = false;
    for (const { name, stop } of this.#owned.reverse()) {
      try {
        await stop();
      } catch (error) {
        failed = true;
        process.stderr.write(`${name} could not be stopped: ${String(error)}\n`);
      }
    }
    this.#resolve(failed ? 1 : code);
  }
}
