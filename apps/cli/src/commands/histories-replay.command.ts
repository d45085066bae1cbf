import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRecording, replayRecording } from '#libs/engine';
import { type CliCommand, print } from '../cli.command.js';

const NO_HISTORY = 'published.json';

/** `sanshe histories replay [FOLDER]`: replays recorded cases with this kernel. Needs no database. */
export const historiesReplay: CliCommand = {
  name: 'histories replay',
  summary: 'Replay the recorded cases of FOLDER (test/histories) and say what differs',
  run({ positionals }) {
    const folder = positionals[0] ?? join('test', 'histories');
    const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== NO_HISTORY);
    let differing = 0;
    for (const name of files) {
      const recording = parseRecording(readFileSync(join(folder, name), 'utf8'));
      const differences = recording ? replayRecording(recording) : [{ seq: 0, reason: 'another format' }];
      if (differences.length > 0) differing += 1;
      print(`${name}: ${recording?.steps.length ?? 0} steps, ${differences.length} differences`);
      for (const { seq, reason } of differences) print(`  step ${seq}: ${reason}`);
    }
    print(`${files.length} histories, ${differing} differ`);
    return Promise.resolve(differing === 0 ? 0 : 1);
  },
};
