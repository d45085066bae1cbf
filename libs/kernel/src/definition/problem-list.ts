import type { Problem } from './problem.js';

/** Collects the problems of one file. */
export class ProblemList {
  private readonly found: Problem[] = [];

  constructor(readonly file: string) {}

  add(code: string, line: number, message: string, hint: string): void {
    this.found.push({ code, file: this.file, line, message, hint });
  }

  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  /** In the order of the file. */
  get all(): readonly Problem[] {
    return [...this.found].sort((a, b) => a.line - b.line);
  }
}
