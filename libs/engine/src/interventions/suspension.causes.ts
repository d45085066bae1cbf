import type { CompiledProcess } from '#libs/kernel';

/** Legal causes for which something in a process may stand still: what its periods and tasks list, and nothing else. */
export function causesIn({ definition, states }: Pick<CompiledProcess, 'definition' | 'states'>): readonly string[] {
  const periods = Object.values(definition.parameters).flatMap(({ suspendable = [] }) => suspendable);
  const tasks = [...states.values()].flatMap(({ task }) => task?.due?.suspendable ?? []);
  return [...new Set([...periods, ...tasks])].sort();
}
