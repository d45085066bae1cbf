import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseProcess } from '../definition/parse-process.js';
import { proveGate } from './check-gate.js';

const WORKFLOWS = new URL('../../../../workflows/', import.meta.url);
const FILES = readdirSync(WORKFLOWS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml') && !file.startsWith('forms'))
  .sort();

describe('the gate over the shipped definitions', () => {
  it.each(FILES)('looks at every situation of workflows/%s and finds nothing', (file) => {
    const parsed = parseProcess(readFileSync(new URL(file, WORKFLOWS), 'utf8'), file);
    if (!parsed.ok) throw new TypeError(JSON.stringify(parsed.problems));
    expect(proveGate(parsed.value)).toMatchObject({ findings: [], exactness: 'exact' });
  });
});
