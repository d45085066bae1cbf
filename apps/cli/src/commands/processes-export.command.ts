import { writeFileSync } from 'node:fs';
import { readYamlFiles } from '#libs/engine';
import { type CompiledProcess, compileProcess, parseProcess, type Result } from '#libs/kernel';
import { DirectoriesConfig } from '#libs/platform';
import { toBpmn, toMermaid, toSvg, toXStateJson } from '#libs/records';
import { type CliCommand, print, UsageError } from '../cli.command.js';

const FORMATS = ['bpmn', 'mermaid', 'xstate', 'svg'] as const;
type Format = (typeof FORMATS)[number];

/** `sanshe processes export ID --format bpmn|mermaid|xstate|svg [--out FILE]`: needs no database. */
export const processesExport: CliCommand = {
  name: 'processes export',
  summary: 'Write a definition as BPMN 2.0, Mermaid, XState JSON or SVG',
  options: { format: { type: 'string', default: 'bpmn' }, out: { type: 'string' } },
  async run({ positionals, options }) {
    const format = FORMATS.find((known) => known === options['format']);
    const [id] = positionals;
    if (id === undefined || format === undefined) throw usage();
    const { text, notes } = await exported(definitionOf(id), format);
    const { out } = options;
    if (typeof out === 'string') writeFileSync(out, text);
    else process.stdout.write(text);
    for (const note of notes) process.stderr.write(`${note}\n`);
    if (typeof out === 'string') print(out);
    return 0;
  },
};

interface Exported {
  readonly text: string;
  /** What the format cannot say, for the person at the terminal. */
  readonly notes: readonly string[];
}

async function exported(process: CompiledProcess, format: Format): Promise<Exported> {
  switch (format) {
    case 'bpmn': {
      const { xml, report } = await toBpmn(process);
      const notes = report.outside.map(({ construct, meaning, items }) => `${construct} × ${items.length}: ${meaning}`);
      return { text: xml, notes };
    }
    case 'mermaid':
      return { text: toMermaid(process), notes: [] };
    case 'xstate':
      return { text: `${JSON.stringify(toXStateJson(process), null, 2)}\n`, notes: [] };
    case 'svg':
      return { text: await toSvg(process), notes: [] };
  }
}

/** The definition of that id in the folder of definitions. */
function definitionOf(id: string): CompiledProcess {
  const { workflowsDir } = new DirectoriesConfig();
  const files = readYamlFiles(workflowsDir).filter(({ name }) => !name.startsWith('forms/'));
  const known: string[] = [];
  for (const { name, text } of files) {
    const parsed = parseProcess(text, `workflows/${name}`);
    if (parsed.ok && parsed.value.process === id) return valueOf(compileProcess(parsed.value), id);
    if (parsed.ok) known.push(parsed.value.process);
  }
  throw new UsageError(
    `there is no process ${id} under workflows/. Known: ${known.join(', ')}`,
    `workflows/ 中没有流程 ${id}。现有流程:${known.join('、')}`,
  );
}

function valueOf(compiled: Result<CompiledProcess>, id: string): CompiledProcess {
  if (compiled.ok) return compiled.value;
  const [first] = compiled.problems;
  const where = `${first?.file ?? ''}:${first?.line ?? 0} ${first?.message ?? ''}`;
  throw new UsageError(
    `${id} is faulty: ${where}. Run sanshe processes lint`,
    `${id} 有错误:${where}。请运行 sanshe processes lint`,
  );
}

function usage(): UsageError {
  const line = `sanshe processes export ID --format ${FORMATS.join('|')} [--out FILE]`;
  return new UsageError(`Usage: ${line}`, `用法:${line}`);
}
