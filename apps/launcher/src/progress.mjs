/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Prints steps as they start and end, with the time since the launcher began. */
export class Progress {
  #began = performance.now();
  #output;

  /** @param {NodeJS.WritableStream} [output] */
  constructor(output = process.stdout) {
    this.#output = output;
  }

  /** @param {string} text */
  say(text) {
    const elapsed = seconds(performance.now() - this.#began).padStart(8);
    this.#output.write(`${elapsed}  ${text}\n`);
  }

  /** Text of several lines, as it is. @param {string} text */
  show(text) {
    this.#output.write(`${text}\n`);
  }

  /**
   * @template T
   * @param {string} title
   * @param {(say: (text: string) => void) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async step(title, work) {
    const from = performance.now();
    this.say(`… ${title}`);
    try {
      const result = await work((text) => this.say(`  ${text}`));
      this.say(`✓ ${title} (${seconds(performance.now() - from)})`);
      return result;
    } catch (error) {
      this.say(`✗ ${title} (${seconds(performance.now() - from)})`);
      throw error;
    }
  }
}
