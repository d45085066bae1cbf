import type { Bundle } from '../definitions/bundle.js';
import { prepare } from '../definitions/bundle.store.js';
import type { CaseRecording } from '../recording/case.recording.js';
import type { TimerPlanner } from '../timers/timer.planner.js';
import { whatIf } from './what-if.js';
import type { InstanceFinding } from './what-if.report.js';

/** A recorded case, the process in question, and what its instances would be pinned to. */
export interface RecordedQuestion {
  readonly recording: CaseRecording;
  readonly process: string;
  readonly next: Bundle;
}

/** How the instances of a recorded case would have gone; nothing outside of the file is read. */
export function whatIfRecording(
  { recording: { root, bundles, steps, instances }, process, next }: RecordedQuestion,
  planner: TimerPlanner,
): InstanceFinding[] {
  return instances
    .filter((instance) => instance.process === process)
    .flatMap(({ id, status, bundleHash }): InstanceFinding[] => {
      const own = steps.filter(({ instanceId }) => instanceId === id);
      const pinned = own[0]?.facts['bundle'];
      const content = bundles[typeof pinned === 'string' ? pinned : bundleHash];
      if (!content) return [];
      const history = { rootId: root.id, instanceId: id, title: root.title, status, steps: own };
      return [whatIf({ history, old: prepare(content), next }, planner)];
    });
}
