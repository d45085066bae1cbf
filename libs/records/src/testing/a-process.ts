import { type CompiledProcess, compileProcess, parseProcess } from '#libs/kernel';

const HEAD = `process: test.process
version: 2
title: 测试流程
owner: { organisation: purchaser, role: officer }
`;

/** The compiled process of the given YAML; a faulty one fails the test with its problems. */
export function aProcess(yaml: string): CompiledProcess {
  const parsed = parseProcess(HEAD + yaml.trimStart(), 'test.yaml');
  if (!parsed.ok) throw new TypeError(parsed.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  const compiled = compileProcess(parsed.value);
  if (!compiled.ok) throw new TypeError(compiled.problems.map(({ message }) => message).join('\n'));
  return compiled.value;
}
