import { scenarioCommand } from './src/scenario-command.mjs';
import { DURABLE } from './src/stack.mjs';

process.exitCode = await scenarioCommand({
  program: ['apps/cli/src/main.js', 'walkthrough', ...process.argv.slice(2)],
  settings: DURABLE,
  onDisk: false,
  extra: { SANSHE_CLOCK: 'settable' },
  mailSink: true,
  quiet: false,
});
process.exit();
