import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildStale } from './src/build.mjs';
import { ensurePackages } from './src/node-packages.mjs';
import { ROOT } from './src/paths.mjs';

const { signal } = new AbortController();
await ensurePackages(signal);
await buildStale({ signal });
const loader = [
  '--conditions=source',
  '--enable-source-maps',
  '--import',
  join(ROOT, 'test', 'runner', 'register.mjs'),
];
const child = spawn(process.execPath, [...loader, join(ROOT, 'test', 'faults', 'main.ts'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
