import { pointerOf } from '../../definition/definition-index.js';
import type { TaskSpec } from '../../definition/language.js';
import type { GateRule } from '../gate-rule.js';
import type { StaffedOrganisation } from '../staffing.js';

/** Thresholds of a signing rule that not even the organisation with the most people can reach. */
export const signingTooFewRule: GateRule = {
  id: 'signing-too-few',
  meaning: 'No organisation has as many people as a signing rule needs',
  remedy: 'Lower the threshold, or give the role to more people',
  check(index, problems, { input }) {
    for (const { task, path } of index.states.values()) {
      const organisations = task === undefined ? undefined : input.staffing?.[task.assignee.organisation];
      if (task === undefined || organisations === undefined || organisations.length === 0) continue;
      const { organisation, role } = task.assignee;
      for (const { key, need, have } of thresholdsOf(task, organisations).filter((each) => each.need > each.have)) {
        problems.addFinding({
          code: 'signing-too-few',
          line: index.lineOf(`${pointerOf(path)}/task/sign/${key}`),
          message: `the state \`${path}\` needs ${need} by \`${key}\`, but no organisation that is \`${organisation}\` has more than ${have} by the role ${role}`,
          hint: 'Lower the threshold, or give the role to more people.',
          state: path,
          exactness: 'exact',
        });
      }
    }
  },
};

interface Threshold {
  readonly key: string;
  readonly need: number;
  readonly have: number;
}

function thresholdsOf(
  { sign, assignee }: TaskSpec,
  organisations: readonly StaffedOrganisation[],
): readonly Threshold[] {
  if (sign === undefined) return [];
  const { pass, rejectCount, weights } = sign;
  const signers = organisations.map(({ people }) => people.filter((roles) => roles.includes(assignee.role)));
  const most = Math.max(...signers.map(({ length }) => length));
  const heaviest = Math.max(...signers.map((people) => weightOf(people, weights)));
  return [
    ...(pass?.kind === 'count' ? [{ key: 'pass/count', need: pass.count, have: most }] : []),
    ...(pass?.kind === 'weight' ? [{ key: 'pass/weight', need: pass.weight, have: heaviest }] : []),
    ...(rejectCount === undefined ? [] : [{ key: 'reject/count', need: rejectCount, have: most }]),
  ];
}

/** A person with several roles has the greatest of their weights. */
function weightOf(people: StaffedOrganisation['people'], weights: { readonly [role: string]: number }): number {
  return people.reduce((sum, roles) => sum + Math.max(1, ...roles.flatMap((role) => weights[role] ?? [])), 0);
}
