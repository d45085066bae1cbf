import { setState, getState } from 'jest-circus';

export { jestExpect as expect } from '@jest/expect';
export { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from 'jest-circus';

/** The part of Jest's object that the specs use: there are no module mocks and no fake timers here. */
export const jest = {
  /** @param {number} milliseconds */
  setTimeout: (milliseconds) => void setState({ ...getState(), testTimeout: milliseconds }),
};
