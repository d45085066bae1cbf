import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Json, parseProcess, type ProcessDefinition } from '#libs/kernel';
import { Choices, randomDefinition } from '#testing/kernel';
import { diffDefinitions } from './diff-definitions.js';

const FOLDERS = ['application', 'budgeting', 'evaluation', 'monitoring', 'procurement', 'project'];

function fail(): never {
  throw new TypeError('the consultation is not shipped');
}

function definitionOf(source: string): ProcessDefinition {
  const parsed = parseProcess(source, 'a.yaml');
  if (!parsed.ok) throw new TypeError(JSON.stringify(parsed.problems));
  return parsed.value;
}

const shipped = FOLDERS.flatMap((folder) =>
  readdirSync(join('workflows', folder)).map((name) => readFileSync(join('workflows', folder, name), 'utf8')),
).map(definitionOf);
const consultation = shipped.find(({ process }) => process === 'procurement.competitive-consultation');

/** Members that say where something stands, not what it means. */
const PLACES = ['line', 'lines', 'file', 'path', 'version'];

type Path = readonly (string | number)[];

/** Every leaf of a definition, by its path. */
function leavesOf(value: Json | undefined, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) =>
    PLACES.includes(key) && !isName(path) ? [] : leavesOf(member, [...path, key]),
  );
}

/** Below these a key is a name that somebody gave. */
function isName(path: Path): boolean {
  return ['parameters', 'variables', 'views', 'states', 'with', 'assign', 'output'].includes(String(path.at(-1)));
}

function otherThan(leaf: Json | undefined): Json {
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf === 'boolean') return !leaf;
  return typeof leaf === 'string' ? `${leaf}x` : 1;
}

function at(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((whole, key) => (whole as Record<string, Json> | undefined)?.[key], value);
}

function mutated(definition: ProcessDefinition, path: Path, change: 'other' | 'gone'): ProcessDefinition {
  const copy = structuredClone(definition) as unknown as Json;
  const parent = at(copy, path.slice(0, -1)) as Record<string, Json>;
  const key = path.at(-1) ?? '';
  if (change === 'other') parent[key] = otherThan(parent[key]);
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return copy as unknown as ProcessDefinition;
}

/** Leaves whose absence means the same as the value that stands there. */
const isMissed = (definition: ProcessDefinition, path: Path, change: 'other' | 'gone'): boolean =>
  diffDefinitions(definition, mutated(definition, path, change)).length === 0;

describe('the difference of two definitions', () => {
  it('is none between a definition and itself, whatever its layout, comments and number', () => {
    for (const definition of shipped) {
      expect(diffDefinitions(definition, structuredClone({ ...definition, version: 9, file: 'b.yaml' }))).toEqual([]);
    }
  });

  it('tells every leaf that changes or goes, in all shipped definitions', () => {
    for (const definition of shipped) {
      const leaves = leavesOf(definition as unknown as Json);
      expect(leaves.length).toBeGreaterThan(100);
      expect(leaves.filter((path) => isMissed(definition, path, 'other'))).toEqual([]);
    }
  });

  it('tells every leaf that goes', () => {
    const definition = consultation ?? fail();
    const leaves = leavesOf(definition as unknown as Json);
    expect(leaves.filter((path) => isMissed(definition, path, 'gone'))).toEqual([]);
  });

  it('tells every leaf that changes in random definitions', () => {
    const source = fc.array(fc.nat(999), { minLength: 60, maxLength: 300 }).map((numbers) => {
      return randomDefinition(new Choices(numbers));
    });
    fc.assert(
      fc.property(source, (text) => {
        const parsed = parseProcess(text, 'random.yaml');
        fc.pre(parsed.ok);
        expect(diffDefinitions(parsed.value, parsed.value)).toEqual([]);
        const leaves = leavesOf(parsed.value as unknown as Json);
        expect(leaves.filter((path) => isMissed(parsed.value, path, 'other'))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

const BASE = `
process: leave.standard
version: 1
title: { zh: 请假, en: Leave }
law: [labour-law]
owner: { organisation: purchaser, role: leader }
parameters:
  responsePeriod: { type: duration, default: P10D, min: P10D, law: 'labour-law#4', title: { zh: 响应期限, en: Response period } }
  limit: { type: money, default: 100000, title: { zh: 限额, en: Limit } }
variables:
  days: { type: integer, default: 0 }
initial: reviewing
states:
  reviewing:
    title: { zh: 审批, en: Review }
    task:
      assignee: { organisation: purchaser, role: leader }
      form: opinion
      due: { within: P5WD, remind: [-P1WD, P0D], escalate: standard }
    on:
      APPROVE: { title: { zh: 同意, en: Approve }, target: waiting, guard: 'days < 5' }
  waiting:
    title: { zh: 等待, en: Waiting }
    after: { responsePeriod: done }
  done: { type: final }
`;

const sentencesOf = (from: string, to: string) =>
  diffDefinitions(definitionOf(BASE), definitionOf(BASE.replace(from, to))).map(({ area, zh, en }) => [area, zh, en]);

describe('the words of a difference', () => {
  it.each([
    [
      'P10D, min',
      'P15D, min',
      'period',
      '“响应期限”由10日延长为15日',
      '"Response period" grows to 15 days (was 10 days)',
    ],
    [
      'P10D, min',
      'P10WD, min',
      'period',
      '“响应期限”由10日改为10个工作日',
      '"Response period" becomes 10 working days (was 10 days)',
    ],
    [
      'default: 100000',
      'default: 120050',
      'parameter',
      '“限额”由1000.00元改为1200.50元',
      '"Limit" becomes CNY 1200.50 (was CNY 1000.00)',
    ],
    [
      'within: P5WD',
      'within: P3WD',
      'due',
      '环节“审批”：办理时限由5个工作日缩短为3个工作日',
      'Step "Review": time limit shrinks to 3 working days (was 5 working days)',
    ],
    [
      '[-P1WD, P0D]',
      '[-P3WD, P0D]',
      'due',
      '环节“审批”：提醒由到期前1个工作日、到期当日改为到期前3个工作日、到期当日',
      'Step "Review": reminders becomes 3 working days before, on the due day (was 1 working day before, on the due day)',
    ],
    [
      'escalate: standard',
      'escalate: finance',
      'due',
      '环节“审批”：催办升级由“standard”改为“finance”',
      'Step "Review": escalation becomes “finance” (was “standard”)',
    ],
    [
      'form: opinion',
      'form: review',
      'form',
      '环节“审批”：表单由“opinion”改为“review”',
      'Step "Review": form becomes "review" (was "opinion")',
    ],
    [
      'days < 5',
      'days < 8',
      'condition',
      '环节“审批”：操作“同意”的条件由“days < 5”改为“days < 8”',
      'Step "Review": action "Approve" condition becomes “days < 8” (was “days < 5”)',
    ],
    [
      "law: 'labour-law#4'",
      "law: 'labour-law#5'",
      'law',
      '“响应期限”的法律依据由labour-law#4改为labour-law#5',
      '"Response period" law becomes labour-law#5 (was labour-law#4)',
    ],
  ])('%s → %s', (...[from, to, area, zh, en]) => {
    expect(sentencesOf(from, to)).toEqual([[area, zh, en]]);
  });

  it('names steps that come and go by their titles', () => {
    const other = definitionOf(
      BASE.replace('  waiting:\n', '  holding:\n').replace('target: waiting', 'target: holding'),
    );
    const steps = diffDefinitions(definitionOf(BASE), other).filter(({ area }) => area === 'step');
    expect(steps.map(({ zh, en, where }) => `${where}: ${zh}; ${en}`)).toEqual([
      'holding: 增加环节“等待”; Step "Waiting" is added',
      'waiting: 取消环节“等待”; Step "Waiting" is removed',
    ]);
  });

  it('uses titles of people where they are known', () => {
    const other = definitionOf(BASE.replace('role: leader }\n      form', 'role: head }\n      form'));
    const party = ({ role }: { role: string }) => ({ zh: role === 'head' ? '股长' : '主要领导' });
    const changes = diffDefinitions(definitionOf(BASE), other, { party });
    expect(changes.map(({ zh }) => zh)).toEqual(['环节“审批”：办理人由“主要领导”改为“股长”']);
  });

  it('knows the procurement that is shipped', () => {
    expect(consultation?.parameters['responsePeriod']?.title?.zh).toBe('首次响应文件提交期');
  });
});
