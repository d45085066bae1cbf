import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CaseRecording, parseRecording, replayRecording } from '#libs/engine';

const FOLDER = join('test', 'histories');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && name !== 'published.json');

function recordingOf(name: string): CaseRecording {
  const recording = parseRecording(readFileSync(join(FOLDER, name), 'utf8'));
  if (!recording) throw new TypeError(`${name} is of another format`);
  return recording;
}

/** The recording with one thing changed, which the replay must notice. */
function altered(recording: CaseRecording, change: (copy: CaseRecording) => CaseRecording): CaseRecording {
  return change(structuredClone(recording));
}

describe('recorded histories', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThanOrEqual(3);
  });

  it.each(files)('%s comes to the same end with the kernel of today', (name) => {
    expect(replayRecording(recordingOf(name))).toEqual([]);
  });

  it.each(files)('%s would show a change', (name) => {
    const recording = recordingOf(name);
    const index = recording.steps.findIndex(({ kind }) => kind === 'acted');
    const without = altered(recording, (copy) => ({ ...copy, steps: copy.steps.filter((_, at) => at !== index) }));
    expect(replayRecording(without)).not.toEqual([]);
    const elsewhere = altered(recording, (copy) => ({
      ...copy,
      steps: copy.steps.map((step, at) =>
        at === index ? { ...step, facts: { ...step.facts, entered: ['elsewhere'] } } : step,
      ),
    }));
    expect(replayRecording(elsewhere)).toMatchObject([{ reason: expect.stringContaining('entered differs') }]);
  });

  it('cover every stage of a project', () => {
    const processes = new Set(files.flatMap((name) => recordingOf(name).instances.map(({ process }) => process.split('.')[0])));
    expect([...processes].sort()).toEqual(['application', 'budgeting', 'evaluation', 'monitoring', 'procurement', 'project']);
  });
});
