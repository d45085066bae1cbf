import { runLoaded } from './src/loaded-program.mjs';
import { scenarioCommand } from './src/scenario-command.mjs';
import { DURABLE } from './src/stack.mjs';

const [name, ...rest] = process.argv.slice(2);

/** A bench of timers kills and starts what it measures, so it brings up its own; the others are played against one. */
const run = () =>
  name === 'timers'
    ? runLoaded('bench/timers/main.ts', rest)
    : scenarioCommand({
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

process.exitCode = await run();
process.exit();
