import type { DueSpec, EffectCall, PartyRole, StateSpec, TaskSpec } from '#libs/kernel';

/** What a diagram says of a state in words: who, with which form, by when, by which law. */
export function stateNotes(state: StateSpec): readonly string[] {
  const { task, subprocess, law } = state;
  const notes: readonly (string | undefined)[] = [
    law.length > 0 ? `依据:${law.join('、')}` : undefined,
    ...(task === undefined ? [] : taskNotes(task)),
    subprocess?.each && `逐项启动:${subprocess.each.as} 取自 ${subprocess.each.list}`,
    effectText('进入时', state.entry),
    effectText('离开时', state.exit),
    outputText(state.output),
  ];
  return notes.filter((note) => note !== undefined);
}

function taskNotes(task: TaskSpec): readonly (string | undefined)[] {
  return [
    `办理:${partyText(task.assignee)}`,
    task.form && `表单:${task.form}`,
    task.due && dueText(task.due),
    task.not.length > 0 ? `不得由以下环节的办理人办理:${task.not.join('、')}` : undefined,
  ];
}

function partyText({ organisation, role }: PartyRole): string {
  return `${organisation}/${role}`;
}

function dueText({ within, from, escalate }: DueSpec): string {
  const start = from === undefined ? '' : `自 ${from} 起 `;
  return `时限:${start}${within},逾期升级:${escalate}`;
}

function effectText(when: string, effects: readonly EffectCall[]): string | undefined {
  return effects.length === 0 ? undefined : `${when}:${effects.map(({ effect }) => effect).join('、')}`;
}

function outputText(output: StateSpec['output']): string | undefined {
  const values = Object.entries(output).map(([name, text]) => `${name} = ${text}`);
  return values.length === 0 ? undefined : `结果:${values.join(';')}`;
}
