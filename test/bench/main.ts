import 'reflect-metadata';
import { benchApprovals } from './approvals/approvals.bench.js';

/** `npm run bench -- approvals --json`: each bench prints one JSON line a figure. */
const BENCHES: Readonly<Record<string, (options: { json: boolean }) => Promise<void>>> = { approvals: benchApprovals };

const [name = 'approvals', ...rest] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) {
  await bench({ json: rest.includes('--json') });
} else {
  process.stderr.write(`No bench "${name}"; there are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exitCode = 2;
}
