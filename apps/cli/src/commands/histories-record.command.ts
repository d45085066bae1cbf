import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CaseRecorder, recordingText } from '#libs/engine';
import { type CliCommand, print, UsageError } from '../cli.command.js';
import { withDomain } from '../with-domain.js';

/** `sanshe histories record ROOT --out FILE`: a whole case as a file, for test/histories. Demo cases only. */
export const historiesRecord: CliCommand = {
  name: 'histories record',
  summary: 'Write the history of case ROOT to --out FILE (demo data only)',
  options: { out: { type: 'string' } },
  run: ({ positionals, options }) =>
    withDomain(async (domain) => {
      const rootId = Number(positionals[0]);
      const { out } = options;
      if (!Number.isSafeInteger(rootId) || typeof out !== 'string')
        throw new UsageError('name a case and --out FILE', '请写明项目编号和 --out 文件');
      const recording = await domain.get(CaseRecorder).record(rootId, basename(out, '.json'));
      writeFileSync(out, recordingText(recording));
      print(`${out}: ${recording.steps.length} steps, ${recording.instances.length} instances`);
      return 0;
    }),
};
