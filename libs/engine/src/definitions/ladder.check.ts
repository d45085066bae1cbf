import { durationFault, isJsonObject, type Json, type JsonObject, parseDuration, suggest } from '#libs/kernel';

/** What is wrong with a ladder, and at which place below it. */
export interface LadderFault {
  readonly at: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

const EXAMPLE = 'Write `- { after: P3WD, level: leader, to: { organisation: purchaser, role: leader } }`.';

/** That a ladder is a list of rungs, each with a period, a level and a role that exists. */
export function ladderFaults(ladder: Json, roles: ReadonlySet<string>): readonly LadderFault[] {
  if (!Array.isArray(ladder))
    return [{ at: '', code: 'wrong-shape', message: 'a ladder is a list of rungs', hint: EXAMPLE }];
  return ladder.flatMap((rung: Json, index) =>
    rungFaults(rung, roles).map((fault) => ({ ...fault, at: `/${index}${fault.at}` })),
  );
}

function rungFaults(rung: Json, roles: ReadonlySet<string>): readonly LadderFault[] {
  if (!isJsonObject(rung)) return [wrong('', 'a rung is a map')];
  const { after, level, to, supervise } = rung;
  return [
    ...periodFaults(after),
    ...(typeof level === 'string' ? [] : [wrong('/level', 'the rung has no `level`')]),
    ...partyFaults(isJsonObject(to) ? to : {}, roles),
    ...supervisionFaults(supervise, isJsonObject(to) ? to : {}),
  ];
}

/** Nobody supervises itself. */
function supervisionFaults(supervise: Json | undefined, { organisation }: JsonObject): readonly LadderFault[] {
  if (supervise === undefined) return [];
  if (supervise !== true) return [wrong('/supervise', '`supervise` is `true` or is left out')];
  return organisation === 'owner' ? [wrong('/supervise', 'the owner of a task cannot supervise it')] : [];
}

function periodFaults(after: Json | undefined): readonly LadderFault[] {
  if (typeof after !== 'string' || parseDuration(after) === null)
    return [wrong('/after', `\`after\` is ${JSON.stringify(after ?? null)}, no period`)];
  const fault = durationFault(after);
  return fault === null ? [] : [{ at: '/after', ...fault }];
}

function partyFaults({ organisation, role }: JsonObject, roles: ReadonlySet<string>): readonly LadderFault[] {
  const faults: LadderFault[] = [];
  if (typeof organisation !== 'string') faults.push(wrong('/to', 'the rung does not say whose organisation is told'));
  if (typeof role !== 'string') faults.push(wrong('/to', 'the rung does not say which role is told'));
  else if (!roles.has(role)) faults.push(unknownRole(role, roles));
  return faults;
}

function unknownRole(role: string, roles: ReadonlySet<string>): LadderFault {
  const hint = suggest(role, roles, 'Name a role of config/roles.yaml.');
  return { at: '/to/role', code: 'unknown-role', message: `there is no role named \`${role}\``, hint };
}

function wrong(at: string, message: string): LadderFault {
  return { at, code: 'wrong-shape', message, hint: EXAMPLE };
}
