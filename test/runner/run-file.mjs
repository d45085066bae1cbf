import { pathToFileURL } from 'node:url';
import { jestExpect } from '@jest/expect';
import { createEmptyTestResult } from '@jest/test-result';
import { getState, resetState, run, setState } from 'jest-circus';
import { formatResultsErrors } from 'jest-message-util';

/** @typedef {Awaited<ReturnType<typeof run>>['testResults'][number]} CircusResult */

/**
 * Runs one spec in this process, after whatever ran here before.
 * @param {string} path
 * @param {import('@jest/test-result').Test['context']['config']} config
 * @param {number} testTimeout milliseconds
 * @returns {Promise<import('@jest/test-result').TestResult>}
 */
export async function runFile(path, config, testTimeout) {
  const start = Date.now();
  resetState();
  setState({ ...getState(), testTimeout });
  jestExpect.setState({
    testPath: path,
    assertionCalls: 0,
    expectedAssertionsNumber: null,
    isExpectingAssertions: false,
  });
  await import(pathToFileURL(path).href);
  const { unhandledErrors, testResults } = await run();
  const assertions = testResults.map(assertionOf);
  const end = Date.now();
  return {
    ...createEmptyTestResult(),
    testFilePath: path,
    displayName: config.displayName,
    numPassingTests: count(assertions, 'passed'),
    numFailingTests: count(assertions, 'failed'),
    numPendingTests: count(assertions, 'pending'),
    numTodoTests: count(assertions, 'todo'),
    perfStats: {
      start,
      end,
      runtime: end - start,
      loadTestEnvironmentStart: start,
      loadTestEnvironmentEnd: start,
      setupAfterEnvStart: start,
      setupAfterEnvEnd: start,
      setupFilesStart: start,
      setupFilesEnd: start,
      slow: (end - start) / 1000 > config.slowTestThreshold,
    },
    testResults: assertions,
    failureMessage: formatResultsErrors(assertions, config, { noStackTrace: false }, path),
    ...(unhandledErrors.length > 0 && { testExecError: { message: '', stack: unhandledErrors.join('\n') } }),
  };
}

/**
 * @param {CircusResult} result
 * @returns {import('@jest/test-result').AssertionResult}
 */
function assertionOf(result) {
  const [, ...titles] = result.testPath;
  const title = titles.at(-1) ?? '';
  return {
    ancestorTitles: titles.slice(0, -1),
    title,
    fullName: titles.join(' '),
    duration: result.duration,
    failureDetails: [],
    failureMessages: result.errors,
    invocations: result.invocations,
    location: result.location,
    numPassingAsserts: result.numPassingAsserts,
    retryReasons: result.retryReasons,
    startAt: result.startedAt,
    status: statusOf(result),
  };
}

/**
 * @param {CircusResult} result
 * @returns {import('@jest/test-result').AssertionResult['status']}
 */
function statusOf({ status, errors }) {
  if (status === 'skip') return 'pending';
  if (status === 'todo') return 'todo';
  return errors.length > 0 ? 'failed' : 'passed';
}

/**
 * @param {readonly { status: string }[]} assertions
 * @param {string} status
 */
const count = (assertions, status) => assertions.filter((each) => each.status === status).length;
