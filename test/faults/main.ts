import { parseArgs } from 'node:util';
import { endure } from './endure.js';

/** `npm run test:faults -- [--cases 1100] [--faults 40] [--seed N] [--json]`. */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1100' },
    faults: { type: 'string', default: '40' },
    seed: { type: 'string', default: String(process.pid) },
    json: { type: 'boolean', default: false },
  },
});
const begun = performance.now();
const report = await endure({
  cases: Number(values.cases),
  faults: Number(values.faults),
  seed: Number(values.seed),
  rate: 20_000,
  withLongFaults: true,
  say: (text) => process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s  ${text}\n`),
});
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  const { checks, findings, injected, leftOut, seed } = report;
  const lines = [
    `seed ${seed}`,
    ...Object.entries(injected).map(([name, count]) => `injected ${count} × ${name}`),
    ...leftOut.map((name) => `not possible here: ${name}`),
    ...Object.entries(checks).map(([name, value]) => `${name}: ${value}`),
    findings.length === 0 ? 'nothing lost, nothing doubled' : findings.join('\n'),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
process.exit(report.findings.length === 0 ? 0 : 1);
