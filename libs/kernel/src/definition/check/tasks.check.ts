import { type DefinitionIndex, pointerOf } from '../definition-index.js';
import type { ProblemList } from '../problem-list.js';
import { suggest } from '../suggest.js';

/** That separation of duties names states in which somebody works. */
export function checkTasks(index: DefinitionIndex, problems: ProblemList): void {
  const working = [...index.states.values()].filter((state) => state.task !== undefined).map((state) => state.path);
  for (const state of index.states.values()) {
    state.task?.not.forEach((name, position) => {
      const other = index.resolveTarget(state, name);
      if (other?.task !== undefined && other.path !== state.path) return;
      problems.add(
        'unknown-target',
        index.lineOf(`${pointerOf(state.path)}/task/not/${position}`),
        `\`not\` of the state \`${state.path}\` names \`${name}\`, which is no other state with a task`,
        suggest(name, working, 'Name the state whose actors may not act here.'),
      );
    });
  }
}
