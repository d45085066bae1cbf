import type { JsonObject, Snapshot } from '#libs/kernel';
import type { BundleContent } from '../definitions/bundle.js';
import { prepare } from '../definitions/bundle.store.js';
import { CaseRebuilder, type ReplayDifference, type ReplayedStep } from '../history/case.rebuilder.js';
import { isSame } from '../history/canonical.js';

/** Raised when a reader of older files could not read a newer one. */
export const RECORDING_FORMAT = 1;

/** A step with the words that a reader of the file wants beside what replay needs. */
export interface RecordedStep extends ReplayedStep {
  readonly event: string;
}

/** Where an instance stood when the case was recorded. */
export interface RecordedInstance {
  readonly id: number;
  readonly parentId: number | null;
  readonly parentState: string | null;
  readonly process: string;
  readonly version: number;
  readonly bundleHash: string;
  readonly status: string;
  readonly snapshot: Snapshot;
}

/** 办理记录: a whole case as a file, which any later kernel must replay to the same end. */
export interface CaseRecording {
  readonly format: number;
  readonly name: string;
  readonly root: {
    readonly id: number;
    readonly kind: string;
    readonly process: string;
    readonly title: string;
    readonly divisionCode: string;
    readonly status: string;
  };
  /** Everything that the instances were pinned to, by content hash. */
  readonly bundles: Readonly<Record<string, BundleContent>>;
  readonly steps: readonly RecordedStep[];
  readonly instances: readonly RecordedInstance[];
}

/** Replays a recording with the kernel as it is now; nothing outside of the file is read. */
export function replayRecording({ bundles, steps, instances }: CaseRecording): readonly ReplayDifference[] {
  const prepared = Object.entries(bundles).map(([hash, content]) => ({ hash, bundle: prepare(content) }));
  const altered = prepared
    .filter(({ hash, bundle }) => bundle.hash !== hash)
    .map(({ hash }) => ({ instanceId: 0, seq: 0, reason: `bundle ${hash} is not what its hash says` }));
  const rebuilder = new CaseRebuilder(new Map(prepared.map(({ hash, bundle }) => [hash, bundle]))).apply(steps);
  const moved = instances.flatMap(({ id, bundleHash, snapshot }): ReplayDifference[] => {
    const rebuilt = rebuilder.instance(id);
    const fits = rebuilt?.bundleHash === bundleHash && isSame(rebuilt.snapshot, snapshot);
    return fits ? [] : [{ instanceId: id, seq: steps.length, reason: 'it ends in another state' }];
  });
  return [...altered, ...rebuilder.differences, ...moved];
}

/** One line for each step and instance, so that a file can be read and compared. */
export function recordingText({ bundles, steps, instances, ...head }: CaseRecording): string {
  const lines = (items: readonly object[]): string => items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  const members = Object.entries(bundles).map(([hash, content]) => `    "${hash}": ${JSON.stringify(content)}`);
  const { format, name, root } = head;
  return [
    '{',
    `  "format": ${format},`,
    `  "name": ${JSON.stringify(name)},`,
    `  "root": ${JSON.stringify(root)},`,
    `  "steps": [\n${lines(steps)}\n  ],`,
    `  "instances": [\n${lines(instances)}\n  ],`,
    `  "bundles": {\n${members.join(',\n')}\n  }`,
    '}\n',
  ].join('\n');
}

/** Reads a file that `recordingText` wrote; one of another format gives null. */
export function parseRecording(text: string): CaseRecording | null {
  const value = JSON.parse(text) as JsonObject;
  // Files come from recordingText alone; whoever edits one sees its replay fail.
  return value['format'] === RECORDING_FORMAT ? (value as unknown as CaseRecording) : null;
}
