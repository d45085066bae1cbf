import { type DefinitionIndex, pointerOf } from '../definition-index.js';
import type { StateSpec, TaskSpec } from '../language.js';
import type { ProblemList } from '../problem-list.js';
import { usualSign } from '../sign-spec.js';
import { suggest } from '../suggest.js';

/** That separation of duties names states in which somebody works. */
export function checkTasks(index: DefinitionIndex, problems: ProblemList): void {
  const working = [...index.states.values()].filter((state) => state.task !== undefined).map((state) => state.path);
  for (const state of index.states.values()) {
    checkChoice(index, state, problems);
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

/** That an assignee chosen by an earlier step names one, and that what is sent instead is an event of the state. */
function checkChoice(index: DefinitionIndex, state: StateSpec, problems: ProblemList): void {
  const { task } = state;
  const at = `${pointerOf(state.path)}/task`;
  if (task?.choice?.by === 'actorOf' && index.states.get(task.choice.state)?.task === undefined) {
    const text = `\`actorOf\` of the state \`${state.path}\` names \`${task.choice.state}\`, which is no state with a task`;
    problems.add(
      'unknown-target',
      index.lineOf(`${at}/assignee/actorOf`),
      text,
      'Name a state in which somebody works.',
    );
  }
  for (const [key, event] of sentInstead(task)) {
    if (hears(index, state, event)) continue;
    const text = `\`${key}\` of the state \`${state.path}\` sends \`${event}\`, which the state does not hear without a form`;
    problems.add('unknown-event', index.lineOf(`${at}/${key}`), text, 'Send an event of the state that needs no form.');
  }
}

/** Events that go on in nobody's name, by the word that asks for them. */
function sentInstead(task: TaskSpec | undefined): readonly (readonly [string, string])[] {
  const sent = (['ifNobody', 'ifInitiator'] as const).flatMap((key) => {
    const instead = task?.[key];
    return instead?.kind === 'send' ? [[key, instead.event] as const] : [];
  });
  const isPassed = task?.repeat !== undefined && task.repeat !== 'ask';
  return isPassed ? [...sent, ['repeat', task.sign?.events.approve ?? usualSign('one').events.approve]] : sent;
}

/** Whether the state, or one around it, declares the event without a form that somebody would have to fill in. */
function hears(index: DefinitionIndex, state: StateSpec, event: string): boolean {
  const transitions = state.on[event];
  const parent = index.parentOf(state);
  if (transitions === undefined) return parent !== null && hears(index, parent, event);
  return transitions.some(({ form }) => form === undefined);
}
