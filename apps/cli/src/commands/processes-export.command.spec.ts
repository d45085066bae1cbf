import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../cli.command.js';
import { processesExport } from './processes-export.command.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanshe-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('processes export', () => {
  it.each([
    ['bpmn', /<bpmn:process id="evaluation_standard"/],
    ['svg', /<svg [^>]*viewBox/],
    ['mermaid', /stateDiagram-v2/],
    ['xstate', /"id": "evaluation_standard"/],
  ])('writes %s', async (format, looks) => {
    const out = join(folder, format);
    expect(await processesExport.run({ positionals: ['evaluation.standard'], options: { format, out } })).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(looks);
  });

  it('names the known processes when there is none of that id, and the formats when there is none of that name', async () => {
    const export_ = (id: string, format: string) => processesExport.run({ positionals: [id], options: { format } });
    await expect(export_('evaluation.standart', 'bpmn')).rejects.toThrow(UsageError);
    await expect(export_('evaluation.standart', 'bpmn')).rejects.toThrow(/evaluation\.standard/);
    await expect(export_('evaluation.standard', 'pdf')).rejects.toThrow(/bpmn\|mermaid\|xstate\|svg/);
  });
});
