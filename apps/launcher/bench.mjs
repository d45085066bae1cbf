import { scenarioCommand } from './src/scenario-command.mjs';
import { DURABLE } from './src/stack.mjs';

process.exitCode = await scenarioCommand({
  program: ['test/bench/main.js', ...process.argv.slice(2)],
  settings: { ...DURABLE, bufferPool: '1G' },
  onDisk: true,
  extra: {
    SANSHE_LOG_LEVEL: 'warn',
    SANSHE_WORKFLOWS_DIR: 'test/bench/workflows',
    SANSHE_REGIONS_DIR: 'test/bench/regions',
  },
  quiet: true,
});
process.exit();
