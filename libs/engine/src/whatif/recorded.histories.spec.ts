import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '#libs/calendar';
import { type BundleContent } from '../definitions/bundle.js';
import { prepare } from '../definitions/bundle.store.js';
import { type CaseRecording, parseRecording } from '../recording/case.recording.js';
import { TimerPlanner } from '../timers/timer.planner.js';
import { whatIfRecording } from './recorded.histories.js';

const planner = new TimerPlanner(chinaCalendar());
const PROCESS = 'procurement.competitive-consultation';

function recorded(name: string): CaseRecording {
  const recording = parseRecording(readFileSync(join('test', 'histories', name), 'utf8'));
  if (!recording) throw new TypeError(name);
  return recording;
}

/** What the recorded instance was pinned to, with other words in the file. */
function changed({ bundles }: CaseRecording, change: (content: BundleContent) => BundleContent) {
  const content = Object.values(bundles).find(({ process }) => process === PROCESS);
  if (!content) throw new TypeError(PROCESS);
  return prepare(change(content));
}

describe('a recorded project under another definition of its procurement', () => {
  const recording = recorded('project-23.json');
  const ask = (change: (content: BundleContent) => BundleContent) =>
    whatIfRecording({ recording, process: PROCESS, next: changed(recording, change) }, planner);

  it('goes the same way under its own', () => {
    const found = ask((content) => content);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ stuck: null, deadlines: [], approvals: [], forms: [] });
    expect(found[0]?.played).toBe(found[0]?.steps);
  });

  it('shows longer periods and other people', () => {
    const [found] = ask((content) => ({
      ...content,
      source: content.source.replace('role: social-security-officer', 'role: head'),
      parameters: { ...content.parameters, responsePeriod: 'P25D' },
    }));
    expect(found?.stuck).toBeNull();
    expect(found?.deadlines).toMatchObject([{ deadline: 'responsePeriod', isOpen: false }]);
    expect(found?.approvals).toMatchObject([{ state: 'planAcceptance', change: 'reassigned', to: 'finance/head' }]);
  });

  it('is stuck where too few would have responded', () => {
    const [found] = ask((content) => ({ ...content, parameters: { ...content.parameters, minResponses: 5 } }));
    expect(found?.stuck).toMatchObject({ event: 'DRAW', states: ['terminating'] });
  });
});
