import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { compileProcess } from '../compile/compile-process.js';
import { checkGate } from '../gate/check-gate.js';
import { Choices } from '../reference/choices.js';
import { randomDefinition } from '../reference/random-definition.js';
import { source } from '../testing/a-process.js';
import { parseProcess } from './parse-process.js';

const ROOT = new URL('../../../../', import.meta.url);
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
  JSON.parse(read('workflows/process.schema.json')) as object,
);

describe('process.schema.json', () => {
  it.each(shipped())('describes workflows/%s, which compiles and passes the gate', (file) => {
    expectGood(read(`workflows/${file}`), file);
  });

  it.each(examples())('describes the example under "%s" of docs/process-language.md', (title, yaml) => {
    expectGood(yaml, title);
  });

  it('describes random definitions', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const numbers = Array.from({ length: 300 }, (_, index) => (seed * 7_919 + index * 104_729) % 99_991);
      expectDescribed(randomDefinition(new Choices(numbers)));
    }
  });

  it.each([
    'states: { a: { alwasy: b } }',
    'states: { a: { on: { go: b } } }',
    'states: { a: { task: { form: x } } }',
    'states: { a-b: {} }',
    'parameters: { p: { type: number, default: 1 } }\nstates: { a: {} }',
  ])('refuses %j', (yaml) => {
    expect(validate(parse(source(yaml)))).toBe(false);
  });
});

function expectGood(yaml: string, file: string): void {
  expectDescribed(yaml);
  const result = parseProcess(yaml, file);
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) return;
  expect(checkGate(result.value)).toEqual([]);
  expect(compileProcess(result.value)).toMatchObject({ ok: true });
}

function expectDescribed(yaml: string): void {
  validate(parse(yaml));
  expect(validate.errors ?? []).toEqual([]);
}

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

function shipped(): readonly string[] {
  const files = readdirSync(new URL('workflows/', ROOT), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.yaml') && !file.startsWith('forms')).sort();
}

/** The fenced blocks of the page, each under its heading; fragments get the head that they leave out. */
function examples(): readonly (readonly [title: string, yaml: string])[] {
  const sections = read('docs/process-language.md').split(/^## /m).slice(1);
  return sections.flatMap((section) => {
    const title = section.slice(0, section.indexOf('\n'));
    const blocks = [...section.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    return blocks.map((yaml) => [title, yaml.startsWith('process:') ? yaml : source(yaml)] as const);
  });
}
