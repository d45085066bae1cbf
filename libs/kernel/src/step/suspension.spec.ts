import { describe, expect, it } from '@jest/globals';
import { checkReferences } from '../references/check-references.js';
import { aDefinition, ProcessRun, problemsOf } from '../testing/a-process.js';

const COMPLAINT = `
parameters: { answerPeriod: { type: duration, default: P15D, suspendable: [law-2#9] } }
initial: examining
states:
  examining:
    entry: { suspend: { scope: case, cause: law-1#28, except: [examining, complaint.hearing] } }
    exit: { resume: law-1#28 }
    after: { answerPeriod: decided }
    on:
      ADJOURN: { actions: { suspend: law-2#9 } }
      DECIDE: { target: decided, actions: { resume: { scope: case, cause: law-2#9 } } }
  decided: { type: final }
`;

describe('suspending and resuming', () => {
  it('are asked of the engine in the order of all effects', () => {
    const run = new ProcessRun(COMPLAINT);
    expect(run.effects).toEqual([
      'enter examining',
      'suspend case law-1#28 ["examining","complaint.hearing"]',
      'arm examining answerPeriod P15D',
    ]);
    expect(run.send('ADJOURN').effects).toEqual(['suspend instance law-2#9 []']);
    expect(run.send('DECIDE').effects).toEqual([
      'resume instance law-1#28',
      'exit examining',
      'disarm examining answerPeriod',
      'resume case law-2#9',
      'enter decided',
      'exit decided',
    ]);
  });

  it('name laws and processes that must exist', () => {
    const known = {
      effects: new Set<string>(),
      forms: new Set<string>(),
      processes: new Set(['complaint.main']),
      ladders: new Set<string>(),
      roles: new Set(['officer']),
      laws: new Set(['law-1']),
      views: new Set<string>(),
      tables: new Set<string>(),
    };
    const found = checkReferences(aDefinition(COMPLAINT), known).map(({ code, message }) => `${code} ${message}`);
    expect([...new Set(found)]).toEqual([
      'unknown-law there is no law named `law-2#9`',
      'unknown-process there is no process named `complaint.hearing`',
    ]);
  });

  it.each([
    ['scope', 'scope: case', 'scope: project', 'unknown-value'],
    ['cause', 'cause: law-1#28, ', '', 'missing-key'],
    ['except', '{ scope: case, cause: law-2#9 }', '{ cause: law-2#9, except: [decided] }', 'unknown-key'],
  ])('refuse a wrong `%s` by name', (...[, text, wrong, code]) => {
    expect(problemsOf(COMPLAINT.replace(text, wrong)).map((problem) => problem.code)).toEqual([code]);
  });
});
