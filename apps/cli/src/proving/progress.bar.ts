const WIDTH = 30;

/** A bar on standard error, only where a person watches it. */
export class ProgressBar {
  private shown = -1;

  constructor(
    private readonly total: number,
    private readonly stream: { readonly isTTY?: boolean; write(text: string): unknown } = process.stderr,
  ) {}

  show(done: number): void {
    const percent = Math.floor((100 * done) / Math.max(1, this.total));
    if (!this.stream.isTTY || percent === this.shown) return;
    this.shown = percent;
    const filled = Math.round((WIDTH * percent) / 100);
    this.stream.write(`\r[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${percent}% ${done}/${this.total}`);
    if (done >= this.total) this.stream.write('\n');
  }
}
