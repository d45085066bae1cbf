import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** Runs the planted files as `npm test` runs the real ones; resolves to the exit code. */
function runPlanted(report: string): Promise<number> {
  const config = {
    rootDir: ROOT,
    runner: '<rootDir>/test/runner/shared-modules.runner.mjs',
    transform: {},
    testMatch: ['<rootDir>/test/runner/fixtures/*.fixture.ts'],
    modulePathIgnorePatterns: ['<rootDir>/dist/'],
  };
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = [jest, '--config', JSON.stringify(config), '-w', '1', '--ci', '--json', '--outputFile', report];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: ROOT }, (error) => resolve(Number(error?.code ?? 0)));
  });
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: { assertionResults: { title: string; status: string }[] }[];
}

describe('the runner of the tests', () => {
  it('counts what fails, hangs or cannot be loaded, and goes on with the next file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sanshe-runner-'));
    try {
      expect(await runPlanted(join(folder, 'report.json'))).toBe(1);
      const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
      const told = report.testResults.flatMap((file) => file.assertionResults);
      expect(Object.fromEntries(told.map(({ title, status }) => [title, status]))).toEqual({
        passes: 'passed',
        fails: 'failed',
        'takes too long': 'failed',
        'counts 1': 'passed',
        'counts 2': 'failed',
        'does not pass': 'failed',
        'is not disturbed by what ran before': 'passed',
      });
      expect(report).toMatchObject({ numPassedTests: 3, numFailedTests: 4, numRuntimeErrorTestSuites: 1 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
