import { type DefinitionIndex, pointerOf } from '../definition-index.js';
import type { StateSpec } from '../language.js';
import type { ProblemList } from '../problem-list.js';
import { type SignEvents, type SignSpec, usualSign } from '../sign-spec.js';
import { suggest } from '../suggest.js';

/** One thing that is wrong with a signing rule, and the key that says it. */
interface Fault {
  readonly key: string;
  readonly says: string;
  readonly hint: string;
}

/** That signing rules say only what their mode listens to, and that the votes are events of the state. */
export function checkSigning(index: DefinitionIndex, problems: ProblemList): void {
  for (const state of index.states.values()) {
    const sign = state.task?.sign;
    if (sign === undefined) continue;
    for (const { key, says, hint } of [...faultsOfRule(sign), ...faultsOfEvents(state, sign)]) {
      const line = index.lineOf(`${pointerOf(state.path)}/task/sign/${key}`);
      problems.add('sign-rule', line, `\`sign\` of the state \`${state.path}\` ${says}`, hint);
    }
  }
}

/** Keys of a rule that say something only where several people decide. */
const OF_SEVERAL = ['order', 'onReject', 'decideEarly', 'abstain', 'undecided'] as const;

function faultsOfRule(sign: SignSpec): readonly Fault[] {
  const usual = usualSign(sign.mode);
  const isSingle = sign.mode === 'one' || sign.mode === 'random';
  const idle = isSingle ? OF_SEVERAL.filter((key) => sign[key] !== usual[key]) : [];
  return [
    ...idle.map((key) => ({
      key,
      says: `sets \`${key}\`, but in the mode \`${sign.mode}\` one person decides`,
      hint: 'Remove it, or choose `all`, `any` or `vote`.',
    })),
    ...(sign.mode === 'vote' ? [] : onlyInVote(sign)),
    ...(sign.undecided === 'approve' && !isSingle && sign.abstain !== 'ignored' ? [WITHOUT_ABSTENTION] : []),
  ];
}

const WITHOUT_ABSTENTION: Fault = {
  key: 'undecided',
  says: 'sets `undecided`, but abstentions do not leave the base, so that some vote always counts',
  hint: 'Remove it, or add `abstain: ignored`.',
};

function onlyInVote({ mode, pass, rejectCount, weights }: SignSpec): readonly Fault[] {
  const given = [
    ...(pass === undefined ? [] : ['pass']),
    ...(rejectCount === undefined ? [] : ['reject']),
    ...(Object.keys(weights).length === 0 ? [] : ['weights']),
  ];
  return given.map((key) => ({
    key,
    says: `sets \`${key}\`, which means nothing in the mode \`${mode}\``,
    hint: 'Remove it, or write `mode: vote`.',
  }));
}

/** Where one person decides every event of the state does, and none needs to be a vote. */
function faultsOfEvents(state: StateSpec, { mode, abstain, events }: SignSpec): readonly Fault[] {
  const isSingle = mode === 'one' || mode === 'random';
  const votes = (['approve', 'reject', 'abstain'] as const).flatMap((vote) => {
    const event = events[vote];
    return event === undefined ? [] : [{ vote, event }];
  });
  const idle = events.abstain !== undefined && abstain === 'refused' ? [REFUSED_ABSTENTION] : [];
  const twice = new Set(votes.map(({ event }) => event)).size < votes.length ? [SAME_EVENT] : [];
  if (isSingle) return [...idle, ...twice];
  return [...idle, ...twice, ...votes.flatMap(({ vote, event }) => faultsOfVote(state, vote, event))];
}

const REFUSED_ABSTENTION: Fault = {
  key: 'events/abstain',
  says: 'names an event for abstaining, but nobody may abstain',
  hint: 'Add `abstain: ignored` or `abstain: against`, or remove the event.',
};
const SAME_EVENT: Fault = {
  key: 'events',
  says: 'names one event for two different votes',
  hint: 'Name one event for each vote.',
};

function faultsOfVote(state: StateSpec, vote: keyof SignEvents, event: string): readonly Fault[] {
  const branches = state.on[event];
  const key = `events/${vote}`;
  if (branches === undefined) {
    const hint = suggest(
      event,
      Object.keys(state.on),
      `Add it under \`on\`, or name the event under \`events: { ${vote}: … }\`.`,
    );
    return [{ key, says: `lets people ${vote} by \`${event}\`, which is no event of the state`, hint }];
  }
  const sender = branches.some(({ by, once }) => by !== undefined || once);
  const moves =
    vote === 'abstain' &&
    branches.some(({ target, assign, actions }) => {
      return target !== undefined || actions.length > 0 || Object.keys(assign).length > 0;
    });
  return [
    ...(sender
      ? [
          {
            key,
            says: `has the vote \`${event}\` with \`by\` or \`once\`, but the signers cast it, each once`,
            hint: 'Remove them from the event.',
          },
        ]
      : []),
    ...(moves
      ? [
          {
            key,
            says: `has the abstention \`${event}\`, which moves nothing, with something to do`,
            hint: `Write \`${event}:\` with nothing below it.`,
          },
        ]
      : []),
  ];
}
