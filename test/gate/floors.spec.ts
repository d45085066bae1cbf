import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALLOWED_IMPORTS, HOUSE_FILES, PLANTED_FAULTS } from './floor-faults.js';

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const ROOT = join(import.meta.dirname, '..', '..');
const require = createRequire(import.meta.url);
const { forbidden } = require(join(ROOT, '.dependency-cruiser.cjs')) as { forbidden: { name: string }[] };

let house: string;
let violations: Violation[];

function write(file: string, text: string): void {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function installPackage(name: string): void {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
  write(`node_modules/${name}/index.js`, 'module.exports = {};');
}

function buildHouse(): void {
  const { imports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { imports: unknown };
  const dependencies = { '@nestjs/common': '1.0.0', typeorm: '1.0.0', xstate: '1.0.0' };
  const devDependencies = { 'fast-check': '1.0.0' };
  write('package.json', JSON.stringify({ name: 'house', type: 'module', imports, dependencies, devDependencies }));
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) installPackage(name);
  for (const file of ['tsconfig.json', '.dependency-cruiser.cjs']) cpSync(join(ROOT, file), join(house, file));
  for (const file of HOUSE_FILES) write(file, 'export const here = 1;\n');
  for (const { file, imports: target } of [...PLANTED_FAULTS, ...ALLOWED_IMPORTS]) {
    write(file, `import * as other from '${target}';\nexport const used = other;\n`);
  }
  write('libs/engine/src/circle-b.ts', "export { used } from './circle-a.js';\n");
}

function cruise(): Violation[] {
  const cli = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cli, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'test'];
  const run = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (run.stdout === '') throw new Error(`dependency-cruiser said nothing: ${run.stderr}`);
  return (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'sanshe-floors-'));
  buildHouse();
  violations = cruise();
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the floor gate', () => {
  it.each(PLANTED_FAULTS)('refuses $file → $imports by $rule', ({ rule, file }) => {
    const fired = violations.filter((violation) => violation.from === file).map((violation) => violation.rule.name);
    expect(fired).toContain(rule);
  });

  it.each(ALLOWED_IMPORTS)('lets $file → $imports pass', ({ file }) => {
    expect(violations.filter((violation) => violation.from === file)).toEqual([]);
  });

  it('has a planted fault for every rule', () => {
    const planted = new Set(PLANTED_FAULTS.map((fault) => fault.rule));
    expect(forbidden.map((rule) => rule.name).filter((name) => !planted.has(name))).toEqual([]);
  });
});
