import type { DefinitionIndex } from '../../definition/definition-index.js';
import type { PartyRole, StateSpec, TaskSpec } from '../../definition/language.js';
import type { GateRule } from '../gate-rule.js';
import type { StaffedOrganisation } from '../staffing.js';

/** A task whose duties must be kept apart from others by the same organisation. */
interface Duty {
  readonly state: StateSpec;
  readonly task: TaskSpec;
}

/** 不相容岗位分离: what `not` demands can be met by at least one of the organisations that exist. */
export const separateDutiesRule: GateRule = {
  id: 'unstaffed-duties',
  meaning: 'No organisation has enough people for duties that `not` keeps apart',
  remedy: 'Give the role to more people, or shorten `not`',
  check(index, problems, { input }) {
    if (input.staffing === undefined) return;
    for (const duties of groupsOf(dutiesOf(index))) {
      const [first] = duties;
      const organisations = first === undefined ? undefined : input.staffing[first.task.assignee.organisation];
      if (first === undefined || organisations === undefined || organisations.length === 0) continue;
      if (organisations.some((organisation) => canBeMet(duties, organisation))) continue;
      const { state } = duties.find(({ task }) => task.not.length > 0) ?? first;
      problems.addFinding({
        code: 'unstaffed-duties',
        line: state.line,
        message: sentence(duties, organisations),
        hint: 'Give the role to more people, let another role do one of the tasks, or shorten `not`.',
        state: state.path,
        exactness: 'exact',
      });
    }
  },
};

function dutiesOf(index: DefinitionIndex): readonly Duty[] {
  return [...index.states.values()].flatMap((state) => (state.task === undefined ? [] : [{ state, task: state.task }]));
}

/** Duties of one organisation that `not` ties together, directly or by others; a duty alone needs somebody as well. */
function groupsOf(duties: readonly Duty[]): readonly (readonly Duty[])[] {
  let groups: readonly (readonly Duty[])[] = [];
  for (const duty of duties) {
    const tied = groups.filter((group) => group.some((other) => areApart(duty, other)));
    groups = [...groups.filter((group) => !tied.includes(group)), [...tied.flat(), duty]];
  }
  return groups;
}

function areApart(one: Duty, other: Duty): boolean {
  if (one.task.assignee.organisation !== other.task.assignee.organisation) return false;
  return names(one, other) || names(other, one);
}

/** `not` names a sibling or a path from the top. */
function names({ state, task }: Duty, other: Duty): boolean {
  const siblings = state.path.slice(0, state.path.lastIndexOf('.') + 1);
  return task.not.some((name) => name === other.state.path || siblings + name === other.state.path);
}

/** Tries every person for every duty, the duties in order. */
function canBeMet(duties: readonly Duty[], { people }: StaffedOrganisation, chosen: readonly number[] = []): boolean {
  const duty = duties[chosen.length];
  if (duty === undefined) return true;
  return people.some((roles, person) => {
    if (!roles.includes(duty.task.assignee.role)) return false;
    const isTaken = chosen.some((other, at) => other === person && isApartFrom(duties[at], duty));
    return !isTaken && canBeMet(duties, { name: '', people }, [...chosen, person]);
  });
}

function isApartFrom(earlier: Duty | undefined, duty: Duty): boolean {
  return earlier !== undefined && areApart(earlier, duty);
}

function sentence(duties: readonly Duty[], organisations: readonly StaffedOrganisation[]): string {
  const [first] = duties;
  const relation = first?.task.assignee.organisation ?? '';
  const tasks = duties.map(({ state, task }) => `\`${state.path}\` (${task.assignee.role})`).join(', ');
  const closest = closestOf(duties, organisations);
  const there = [...new Set(duties.map(({ task }) => task.assignee.role))]
    .map((role) => `${countOf(closest, role)} with the role ${role}`)
    .join(', ');
  const demand = duties.length === 1 ? 'needs somebody' : 'must be done by different people where `not` says so';
  return `${tasks} ${demand}, but no organisation that is \`${relation}\` can meet that: ${closest?.name ?? ''} has ${there}`;
}

function closestOf(
  duties: readonly Duty[],
  organisations: readonly StaffedOrganisation[],
): StaffedOrganisation | undefined {
  const fit = (organisation: StaffedOrganisation): number =>
    duties.reduce((sum, { task }) => sum + countOf(organisation, task.assignee.role), 0);
  return [...organisations].sort((a, b) => fit(b) - fit(a))[0];
}

function countOf(organisation: StaffedOrganisation | undefined, role: PartyRole['role']): number {
  return organisation?.people.filter((roles) => roles.includes(role)).length ?? 0;
}
