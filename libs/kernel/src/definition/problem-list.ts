import type { Problem } from './problem.js';

/** What only some problems can tell. */
export type ProblemDetails = Pick<Problem, 'state' | 'path' | 'exactness' | 'why'>;

/** Collects the problems of one file. */
export class ProblemList {
  private readonly found: Problem[] = [];

  constructor(readonly file: string) {}

  add(code: string, line: number, message: string, hint: string): void {
    this.addFinding({ code, line, message, hint });
  }

  /** A problem with what only some can tell. */
  addFinding(finding: Omit<Problem, 'file'>): void {
    const { code, line, message, hint, ...more } = finding;
    this.found.push({ code, file: this.file, line, message, hint, ...more });
  }

  /** Whether the same is already said of that line. */
  has(code: string, line: number): boolean {
    return this.found.some((problem) => problem.code === code && problem.line === line);
  }

  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  /** In the order of the file. */
  get all(): readonly Problem[] {
    return [...this.found].sort((a, b) => a.line - b.line);
  }
}
