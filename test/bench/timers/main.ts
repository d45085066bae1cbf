import { benchTimers } from './timers.bench.js';

const isJson = process.argv.includes('--json');
await benchTimers(
  (figures) => {
    const words = Object.entries(figures).map(([key, value]) => `${key} ${value}`);
    process.stdout.write(`${isJson ? JSON.stringify(figures) : words.join('  ')}\n`);
  },
  (text) => process.stderr.write(`bench: ${text}\n`),
);
process.exit();
