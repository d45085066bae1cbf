import { runLoaded } from './src/loaded-program.mjs';

process.exitCode = await runLoaded('faults/main.ts', process.argv.slice(2));
