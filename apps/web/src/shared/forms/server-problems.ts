import type { ErrorSchema } from '@rjsf/utils';
import type { FieldProblem } from '../../api/http.js';

type Node = Record<string, unknown> & { __errors?: string[] };

/** The server's JSON pointers (`/form/lines/0/amount`) as the form library's tree of problems. */
export function serverProblems(problems: readonly FieldProblem[], language: 'zh' | 'en'): ErrorSchema | undefined {
  if (problems.length === 0) return undefined;
  const root: Node = {};
  for (const problem of problems) {
    const node = nodeAt(root, pathOf(problem.field));
    node.__errors = [...(node.__errors ?? []), problem[language]];
  }
  return root as ErrorSchema; // built in that shape above
}

function pathOf(pointer: string): string[] {
  const parts = pointer.split('/').slice(1);
  return parts[0] === 'form' ? parts.slice(1) : parts;
}

function nodeAt(root: Node, path: readonly string[]): Node {
  let node = root;
  for (const part of path) {
    const next = (node[part] ?? {}) as Node; // children of the tree are nodes
    node[part] = next;
    node = next;
  }
  return node;
}
